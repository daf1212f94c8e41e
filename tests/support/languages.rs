//! Sentences in many languages, written for the tests.

/// Language code and three sentences.
pub(crate) const SENTENCES: &[(&str, [&str; 3])] = &[
    (
        "fr",
        [
            "« À l’été, le café rouvrira », a déclaré le maire.",
            "L’île sera fermée dès août…",
            "Où ira-t-on ? Ça dépend du tarif : 25 € par tête.",
        ],
    ),
    (
        "de",
        [
            "Die Fähren fahren wieder, heißt es in Köln.",
            "„Über Österreich zieht ein Tief“, sagte er.",
            "Größere Schäden gab es nicht – zum Glück.",
        ],
    ),
    (
        "es",
        [
            "El año que viene habrá más autobuses en Málaga.",
            "¿Quién pagará la reparación del muelle?",
            "«Mañana será otro día», dijo la señora Núñez.",
        ],
    ),
    (
        "pt",
        [
            "A previsão é de chuva amanhã, não de sol.",
            "São João atrai milhões às ruas.",
            "“Esta maçã é da minha irmã”, disse o órfão.",
        ],
    ),
    (
        "it",
        [
            "La città riaprirà il porto perché c’è il sole.",
            "Più di un’università è rimasta chiusa.",
            "È già lunedì, ma così non va.",
        ],
    ),
    (
        "nl",
        [
            "De coördinatie was één groot probleem.",
            "België is geïnteresseerd in de veerboot.",
            "“’s Avonds vaart hij niet”, zei de kapitein.",
        ],
    ),
    (
        "ca",
        [
            "L’alcaldessa obrirà el col·legi dijous.",
            "Això és el que passà a l’illa.",
            "Les àvies i els avis són benvinguts.",
        ],
    ),
    (
        "ga",
        ["Tá an calafort oscailte arís inniu.", "D’fhill na báid go hÉirinn.", "Bhí an tÚdarás ag súil le níos mó."],
    ),
    ("is", ["Höfnin var opnuð á ný á föstudag.", "Það er kalt á Íslandi í dag.", "Þórður sagði að skipið færi ekki."]),
    (
        "da",
        ["Færgen sejler igen på søndag.", "Åen løb over sine bredder ved Århus.", "»Vi er trætte,« sagde kaptajnen."],
    ),
    ("nb", ["Havna åpner igjen på fredag.", "Været blir bedre på Østlandet.", "«Å, så fint», sa hun fra Å i Lofoten."]),
    ("sv", ["Färjan går åter på lördag.", "Ön är känd för sin sjö.", "”Å, vad skönt”, sade hon i Åmål."]),
    (
        "fi",
        [
            "Satama avattiin uudelleen perjantaina, eikä jäätä ollut.",
            "Äänekoskella sää oli hyvä.",
            "Öljyä ei valunut mereen.",
        ],
    ),
    (
        "et",
        [
            "Sadam avati reedel uuesti, jääd ei olnud.",
            "Õpetajad said šokolaadi ja žanripalga.",
            "Üks öö möödus külmas töös.",
        ],
    ),
    ("lv", ["Osta piektdien atkal tika atvērta.", "Prāmji kursē starp Rīgu un Ķemeriem.", "Šķūnī bija žāvēts ēdiens."]),
    ("lt", ["Uostas penktadienį vėl atidarytas.", "Šiaulių gyventojai laukia žinių.", "Ąžuolų alėja bus uždaryta."]),
    (
        "pl",
        [
            "Port znów działa, choć wieje silny wiatr.",
            "„Łódź wróci jutro” – powiedział żeglarz.",
            "Świętokrzyskie ma najwięcej śniegu w źródłach.",
        ],
    ),
    (
        "cs",
        [
            "Přístav byl v pátek znovu otevřen.",
            "Žádný člun nevyplul, řekl kapitán.",
            "„Příští úterý budeme vědět víc,“ dodal.",
        ],
    ),
    (
        "sk",
        ["Prístav v piatok opäť otvorili.", "Ľudia čakali na ďalšiu loď.", "Päť členov posádky sa vrátilo do Žiliny."],
    ),
    ("hu", ["A kikötő pénteken újra megnyílt.", "Őszre elkészül az új híd.", "„Útközben hűvös szél fújt” – mondta."]),
    (
        "ro",
        [
            "Portul s-a redeschis vineri în liniște.",
            "Și țăranii așteaptă ploaia în câmp.",
            "Ăștia sunt ultimii pescari din Brașov.",
        ],
    ),
    ("hr", ["Luka je ponovno otvorena u petak.", "Čamci čekaju što će reći župan.", "Đaci su dobili šest knjiga."]),
    (
        "sl",
        [
            "Pristanišče so v petek znova odprli.",
            "Čolni čakajo na boljše vreme.",
            "Župan je rekel, da se še ni odločil.",
        ],
    ),
    (
        "tr",
        [
            "Liman cuma günü yeniden açıldı.",
            "İstanbul’da şiddetli yağış bekleniyor.",
            "Âşıklar şöleni bugün başlıyor, dedi Gülçin.",
        ],
    ),
    ("az", ["Liman cümə günü yenidən açıldı.", "Gəmilər səhər yola düşəcək.", "Şəhərdə külək əsir, dedi əhali."]),
    (
        "vi",
        [
            "Cảng đã mở cửa trở lại hôm thứ Sáu.",
            "Người dân chờ đợi chuyến phà đầu tiên.",
            "“Âu cũng là số phận”, ông Quý nói.",
        ],
    ),
    ("eo", ["La haveno remalfermiĝis vendrede.", "Ĉiu ŝipo atendis ĝis ĵaŭdo.", "Ĥaoso ne estis, diris la estro."]),
    ("sq", ["Porti u hap sërish të premten.", "Çështja do të zgjidhet në Tiranë.", "Është ftohtë, tha kapiteni."]),
    (
        "ru",
        [
            "Порт снова открыт, сообщили в пятницу.",
            "Россия и США обсудили рейсы «Север — Юг».",
            "Съёмка идёт в Санкт-Петербурге, № 5.",
        ],
    ),
    (
        "uk",
        [
            "Порт знову відкрили у п’ятницю.",
            "Річ у тім, що їхній човен іще не прибув.",
            "Європа чекає: ґрунт сухий, сіл не видно.",
        ],
    ),
    ("be", ["Порт зноў адкрылі ў пятніцу.", "Сёння ў Мінску ідзе дождж.", "Рыбакі вярнуліся дадому."]),
    ("bg", ["Пристанището отново отвори в петък.", "Рибарите чакат по-добро време.", "Съветът ще реши утре."]),
    ("sr", ["Лука је поново отворена у петак.", "Његови људи чекају ћамце.", "Џез фестивал почиње сутра."]),
    ("mk", ["Пристаништето повторно се отвори.", "Ѓорѓи чека брод од Охрид.", "Ќе врне утре, рече Ѕвезда."]),
    ("kk", ["Порт жұма күні қайта ашылды.", "Әкім кеме туралы айтты.", "Өзенде мұз жоқ, үйлер бүтін."]),
    (
        "el",
        [
            "Το λιμάνι άνοιξε ξανά την Παρασκευή.",
            "«Έρχεται βροχή», είπε ο καπετάνιος.",
            "Όλα τα πλοία θα φύγουν αύριο.",
        ],
    ),
    ("hy", ["Նավահանգիստը կրկին բացվեց ուրբաթ օրը։", "Նավերը կմեկնեն վաղը։", "Եղանակը լավ է։"]),
    ("ka", ["პორტი პარასკევს კვლავ გაიხსნა.", "გემები ხვალ გავლენ.", "ამინდი კარგია."]),
    ("he", ["הנמל נפתח מחדש ביום שישי.", "הספינות יפליגו מחר בבוקר.", "מזג האוויר יהיה נאה."]),
    ("ar", ["أعيد فتح الميناء يوم الجمعة.", "قال القبطان إن السفن ستبحر غداً.", "الطقس جيد في المدينة اليوم."]),
    ("fa", ["بندر روز جمعه دوباره باز شد.", "کشتی‌ها فردا حرکت می‌کنند.", "هوا در شهر خوب است، گفت ناخدا."]),
    ("ur", ["بندرگاہ جمعے کو دوبارہ کھل گئی۔", "جہاز کل روانہ ہوں گے۔", "شہر میں موسم اچھا ہے۔"]),
    ("hi", ["बंदरगाह शुक्रवार को फिर खुल गया।", "जहाज कल सुबह रवाना होंगे।", "शहर में मौसम अच्छा है।"]),
    ("bn", ["শুক্রবার বন্দর আবার খুলেছে।", "জাহাজ কাল সকালে রওনা হবে।", "আজ আবহাওয়া ভালো।"]),
    ("ta", ["துறைமுகம் வெள்ளிக்கிழமை மீண்டும் திறக்கப்பட்டது.", "கப்பல்கள் நாளை புறப்படும்.", "வானிலை நன்றாக உள்ளது."]),
    ("th", ["ท่าเรือเปิดอีกครั้งในวันศุกร์", "เรือจะออกพรุ่งนี้เช้า", "อากาศวันนี้ดี"]),
    ("ja", ["港は金曜日に再開した。", "船は明日の朝に出る。", "「天気は良い」と船長は話した。"]),
    ("zh", ["港口星期五重新开放。", "船明天早上出发。", "船长说：“天气很好。”"]),
    ("ko", ["항구가 금요일에 다시 열렸다.", "배는 내일 아침에 떠난다.", "선장은 날씨가 좋다고 말했다."]),
    ("am", ["ወደቡ ዓርብ እንደገና ተከፈተ።", "መርከቦቹ ነገ ይሄዳሉ።", "አየሩ ጥሩ ነው።"]),
];
