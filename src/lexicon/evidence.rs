//! What forms talk about, in the words of many languages: tells a form's sentence from prose that opens like one.

/// How many different things of [`TOPICS`] a folded line mentions.
pub(super) fn topics(line: &str) -> usize {
    let pairs = Pairs::of(line);
    TOPICS.iter().filter(|words| pairs.are_of_any(line, words)).count()
}

/// Whether a folded line mentions comments.
pub(super) fn is_comment(line: &str) -> bool {
    Pairs::of(line).are_of_any(line, TOPICS[0])
}

/// Whether a folded line mentions that something is published, a field, or that it has to be filled in.
pub(super) fn is_about_fields(line: &str) -> bool {
    let pairs = Pairs::of(line);
    TOPICS[4..=6].iter().any(|words| pairs.are_of_any(line, words))
}

/// The pairs of bytes that a line has, by their lowest bits: they tell of most words that the line has none of them.
struct Pairs([u64; 64]);

impl Pairs {
    fn of(line: &str) -> Self {
        let mut pairs = [0; 64];
        for pair in line.as_bytes().windows(2) {
            let (place, bit) = Self::place(pair[0], pair[1]);
            pairs[place] |= bit;
        }
        Self(pairs)
    }

    fn place(first: u8, second: u8) -> (usize, u64) {
        (usize::from(first & 63), 1 << (second & 63))
    }

    /// Whether `line`, which they are of, has one of `words`, each of two bytes or more.
    fn are_of_any(&self, line: &str, words: &[&str]) -> bool {
        let may_have = |word: &str| {
            let (place, bit) = word.as_bytes().first_chunk().map_or((0, u64::MAX), |[a, b]| Self::place(*a, *b));
            self.0[place] & bit != 0
        };
        words.iter().any(|word| may_have(word) && line.contains(word))
    }
}

/// Whether a line that opens with `opening` and goes on with `rest` is certain to be about a form. An opening that holds
/// `is_certain` words itself needs no other; prose goes on about something else, though, or says who has said it.
pub(super) fn is_form(opening: &str, rest: &str, is_certain: bool) -> bool {
    // What forms allow is written in tags, and their attributes are in quotation marks.
    let is_quoted = rest.replace("=\"\"", "").contains(['"', '«', '»']);
    let has_words = |text: &str| text.contains(char::is_alphabetic);
    let last_clause = rest.rsplit_once([',', '،', '、']).map_or("", |(_, clause)| clause);
    let is_said = has_words(last_clause) && topics(last_clause) == 0;
    let own = topics(opening);
    let is_about_forms = is_certain || own >= PLENTY || !has_words(rest) && own >= ENOUGH || {
        let all = [opening, rest].concat();
        topics(rest) > 0 && topics(&all) >= ENOUGH
    };
    is_about_forms && !is_quoted && !is_said
}

/// So many things in a line are certainly said by a form.
const ENOUGH: usize = 2;
/// So many things in the opening alone are certainly said by a form.
const PLENTY: usize = 3;

/// Parts of words, as they are in keys; one list for each thing that the sentences around a form are about. A line of
/// prose may mention one of them, and may open like a form's sentence; it does not do both and mention another.
#[rustfmt::skip]
const TOPICS: [&[&str]; 13] = [
    // a comment
    &[
        "comment", "komment", "koment", "coment", "kament", "коммент", "комент", "камент", "камэнт", "сэтгэгдэл", "пікір",
        "аңғартпа", "σχολι", "σχόλι", "yorum", "şərh", "sharh", "izoh", "تعلیق", "تبصر", "دیدگاه", "نظرات", "نظر خود",
        "نظر شما", "لێدوان", "باھا", "תגוב", "टिप्पण", "टिप्पन", "प्रतिक्रिया", "মন্তব্য", "মতামত", "ਟਿੱਪਣੀ", "கருத்து", "பின்னூட்ட",
        "వ్యాఖ్య", "అభిప్రాయ", "അഭിപ്രായ", "අදහස", "ප්රතිචාර", "კომენტარ", "ความเห็น", "ความคิดเห็น", "មតិ", "မှတ်ချက်", "コメント", "댓글",
        "덧글", "답글", "코멘트", "评论", "評論", "留言", "迴響", "回复", "回覆", "bình luận", "bình chú", "phản hồi", "reactie",
        "opmerking", "reager", "hozzászól", "megjegyzés", "iruzkin", "erantzun", "iradokizun", "athugasemd", "skoðan",
        "skoðun", "sylw", "beachd", "pairan", "pangalembana", "maoni", "evezhiad", "yowre", 
    ],
    // that somebody looks at it first
    &[
        "moder", "модер", "approv", "schval", "schvál", "odobr", "одобр", "godkend", "godkjen", "godkän", "hyväksy",
        "freigeschal", "freischalt", "denetim", "onay", "مراجعة", "الإثبات", "بررسی", "审核", "審核", "承認", "승인",
        "검토", "審査", "in attesa", "en attente", "en revisi", "em revis", "pendiente", "en espera", "asteapta", "așteapt",
        "проверк", "рассмотр", "узгод", "jóváhagy", "перевірк", "ניתור", "ממתינ", "avvent", "inväntar", "očaká",
        "apstiprin", "modereer", "प्रतीक्षा", "অপেক্ষা", "menunggu", "ridhaa",
    ],
    // an address for mail
    &[
        "mail", "e-post", "epost", "correo", "correu", "corrièl", "courriel", "messagerie", "почту", "почты", "почтов", "эл. почт", "пошту", "пошти", "пошта", "имейл", "имэйл",
        "элект", "електрон", "elektron", "e-mel", "surel", "netfang", "e-poš", "epos", "برید", "ایمیل", "الالکترون", "الإلکترون", 
        "דוא", "מייל", "ईमेल", "इमेल", "ইমেল", "ইমেইল", "ਈਮੇਲ", "மின்னஞ்சல்", "อีเมล", "メール", "이메일", "邮", "郵件", "電郵",
        "ηλ. διευθυνσ", "ηλ. διεύθυνσ", "ای میل", "barua pepe", "pašto", "puist-d", "post-d", "e-boste", "e-bost", "ელფოსტ",
    ],
    // that the reader logs in
    &[
        "log in", "logged in", "login", "logga in", "logg inn", "log ind", "logget", "innlogget", "inloggad", "inlogg",
        "angemeldet", "anmelden", "melden sie sich", "melde dich", "ingelogd", "inloggen", "meld je aan", "connecté",
        "connecter", "connectez", "iniciar ses", "inicia ses", "inicie ses", "sesión", "sessão", "sessió", "fazer login",
        "accedi", "connesso", "autentific", "авториз", "войдите", "войти", "увійти", "увійдіть", "влезте", "přihlás", "přihlaš",
        "prihlás", "prijavit", "prijavljen", "пријавит", "најав", "zalogow", "bejelentkez", "kirjaud", "giriş yap",
        "تسجیل الدخول", "تسجل الدخول", "مسجل", "وارد شوید", "להתחבר", "התחבר", "登录", "登入", "ログイン", "로그인",
        "đăng nhập", "masuk log", "log masuk", "mlebu log", "เข้าสู่ระบบ", "ล็อกอิน", "συνδεθείτε", "συνδεδεμ", "identific",
        "ensalut", "saluti", "logado", "logi sisse", "prisijung", "लॉगिन", "لاگ", "hyni", "mewngof", "logadh", "ingia",
    ],
    // that something is published
    &[
        "publi", "veröffentlich", "offentlig", "zverejn", "zveřejn", "uveřejn", "objav", "објав", "опублик", "публік", "публик",
        "оприлюдн", "julkais", "julkis", "közzé", "yayınlan", "yayımlan", "نشر", "منتشر", "公开", "公開", "공개", "công khai",
        "avaldata", "argitaratu", "visible", "visar", "vises", "appear", "erschein", "شائع", "бачн", "появи", "pojavi", "pojaví",
        "появит", "pojawi", "shown", "getoond", "fhoillseach",
    ],
    // a field
    &[
        "field", "felder", "feld ", "campo", "champ", "camps", "campi", "pole ", "pola ", "pola,", "poľa", "polja",
        "поља", "поле", "поля", "полета", "полињата", "πεδί", "veld", "felt", "fält", "kenttä", "kentät", "mező", "mezo",
        "alanlar", " alana", "lahtri", "väljad", "laukai", "laukelį", "lauki", "lauku", "bidang", "ruas", "حقول", "فیلد", "الخانة",
        "שדה", "שדות", "字段", "栏位", "欄位", "フィールド", "필드", "입력창", "fushat", "fushë", "câmp", "eremu", "خانوں", "reiti", "uga",
    ],
    // that something has to be filled in
    &[
        "required", "erforderlich", "pflicht", "obligat", "oblig", "requis", "obbligat", "requerid", "necesari", "necessar",
        "verplicht", "wymagan", "povinn", "vyžad", "обязат", "обов", "задължит", "задолжит", "nužn", "neophodn", "неопходн",
        "kræved", "pakollis", "kötelez", "gerekli", "zorunlu", "marked", "marcad", "markiert", "gemarkeerd", "merket",
        "markeret", "märkta", "označ", "обознач", "означен", "позначен", "помечен", "отбелязан", "маркиран", "σημειών",
        "σημειώνον", "υποχρεωτ", "الزام", "إلزام", "必填", "必須", "필수", "bắt buộc", "contrassegn", "indiqu", "domosdoshm",
        "ضروری", "wajib", "marcats", "zaznaczon", "empty", "κενό", "tyhj",
    ],
    // what the comment is about
    &[
        "article", "articol", "artículo", "artigo", "artikel", "artikl", "artykuł", "artikkel", "artikkeli", "artikolo",
        "članak", "članku", "članka", "člank", "чланак", "чланк", "článe", "článk", "člán", "статт", "стать", "стати", "статі",
        "запис", "beitrag", "eintrag", "inlägg", "indlæg", "innlegg", "bericht", "billet", "entrada", "publicaci", "postag",
        "este post", "this post", "this entry", "this story", "this page", "blog", "weblog", "cikk", "bejegyz", "makale", "yazı",
        "مضمون", "الموضوع", "مقال", "نوشته", "文章", "記事", "投稿", "エントリ", "本文", "게시물", "이 글", "bài viết", "artikulu",
        "straipsn", "rakst", "ierakst", "entry", "færsl", "αρθρ", "άρθρ", "लेख", "নিবন্ধ", "ਲੇਖ", "บทความ", "мэдээ", "нийтлэл",
        "napis", "објава", "objavu", "postingan", "chapisho",
    ],
    // that the reader hears of news
    &[
        "notif", "benachricht", "avis", "avvertimi", "upozorn", "obavij", "obavest", "обавешт", "повідомл", "уведом",
        "известия", "оповещ", "сообщать о", "сообщить о", "сообщить мне", "powiadom", "varsel", "varsl", "aviser", "beskjed", "besked", "értesít",
        "jakinaraz", "teavit", "pranešim", "paziņojum", "thông báo", "通知", "알림", "إشعار", "اشعار", "أعلمني", "prévenez",
        "viesti", "ειδοποί", "bildirim", "pemberitahuan", "הודע", "obvesti", "obvestil",
    ],
    // a subscription or a membership
    &[
        "abonn", "abonam", "abonent", "subscri", "suscri", "suscrí", "iscri", "subskry", "подпис", "підпис", "абонам", "абонир",
        "odběr", "odber", "prenumer", "newsletter", "nyhedsbrev", "nyhetsbrev", "boletín", "butlletí", "buletin", "рассыл",
        "bülten", "abone", "langgan", "претплат", "pretplat", "naroči", "tilau", "订阅", "訂閱", "구독", "購読", "đăng ký",
        "đăng kí", "اشتراک", "membership", "mitglied", "medlem", "miembro", "membre", "membro", "članom", "членом", "члан ",
        "član ", "členem", "členom", "членств", "členst", "članst", "üye", "会员", "會員", "メンバ", "회원", "멤버", "thành viên",
        "keanggota", "keahlian", "lid van", "kide ", "jäsen", "عضو", "члан", "член", "invit", "convit", "einladung", "邀请", "邀請",
        "招待", "초대", "uanachama", "mwanachama",
    ],
    // the browser that remembers the reader
    &[
        "browser", "navigateur", "navegador", "браузер", "prohlížeč", "prehliadač", "przeglądar", "preglednik", "selain",
        "böngész", "tarayıcı", "مرورگر", "متصفح", "דפדפן", "براؤزر", "浏览器", "瀏覽器", "ブラウザ", "브라우저", "trình duyệt",
        "remember", "zapamięta", "my name", "mon nom", "mi nombre", "meinen namen", "my email",
    ],
    // a test for robots
    &["captcha", "spam", "спам", "robot", "zeichen", "characters", "caracteres", "caractères", "znak", "символ", "merkki",
        "karakter", "文字", "字符", "글자"],
    // the software behind it
    &["trackback", "url", "uri ", "giscus", "remark42", "spip", "html", "telegram", "whatsapp", "facebook", "twitter",
        "linkedin", "pinterest", "akismet", "website", "web site", "sitio web", "site web", "webseite", "веб-сайт"],
];
