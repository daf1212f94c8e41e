//! What a form asks readers to fill in, in whatever words a page puts it: `Enter your e-mail address here…`.

/// The words of one language: what readers are to do, what they fill in, whose it is, and what may stand beside.
struct Language {
    verbs: &'static [&'static str],
    inputs: &'static [&'static str],
    owners: &'static [&'static str],
    others: &'static [&'static str],
}

/// What a form asks for has no more words than this.
const MOST_WORDS: usize = 9;

/// In the form of keys. Every word of a line has to be here: one more is the beginning of a sentence.
#[rustfmt::skip]
const LANGUAGES: &[Language] = &[
    Language {
        verbs: &[
            "enter", "re-enter", "reenter", "type", "re-type", "retype", "repeat", "confirm", "verify", "forgot", "forgotten", "forget", "lost",
            "remember", "retrieve", "recover", "insert", "fill", "provide", "submit", "input", "remind",
        ],
        inputs: &[
            "password", "passwords", "username", "user name", "username/email", "email", "e-mail", "emails", "login", "nickname", "captcha", "surname", "zip",
            "postcode",
        ],
        owners: &["your", "my", "me"],
        others: &[
            "please", "the", "a", "an", "or", "and", "again", "here", "below", "in", "new", "valid", "full", "first", "last", "name", "id", "code", "number", "phone",
            "address", "user", "of", "on", "this", "computer", "to", "mobile", "for", "confirmation", "screen", "display", "keep", "business", "work",
        ],
    },
    Language {
        verbs: &[
            "eingeben", "eintragen", "wiederholen", "wiederhole", "bestätigen", "bestätige", "vergessen", "merken", "gib", "geben", "ein", "angeben", "an",
            "ausfüllen", "erneut", "trage", "tragen",
        ],
        inputs: &[
            "passwort", "kennwort", "passworts", "benutzername", "benutzernamen", "nutzername", "e-mail", "email", "mail", "e-mail-adresse", "emailadresse",
            "mailadresse", "e-mailadresse", "nachname", "vorname", "postleitzahl", "login",
        ],
        owners: &["dein", "deine", "deinen", "ihr", "ihre", "ihren", "mein", "meine"],
        others: &["bitte", "das", "den", "die", "sie", "hier", "oder", "und", "neues", "neue", "gültige", "eine", "einen", "adresse", "nochmal", "auf", "diesem", "computer", "vollständigen", "namen", "name"],
    },
    Language {
        verbs: &["saisir", "saisissez", "entrer", "entrez", "tapez", "taper", "confirmer", "confirmez", "confirmation", "répétez", "répéter", "retaper", "oublié", "oubliés", "perdu", "indiquez", "indiquer", "renseignez", "ressaisir", "ressaisissez", "mémoriser"],
        inputs: &["passe", "mot de passe", "identifiant", "pseudo", "email", "e-mail", "mail", "courriel", "prénom", "postal", "login", "électronique"],
        owners: &["votre", "vos", "ton", "ta", "mon", "ma"],
        others: &["veuillez", "merci", "de", "d'", "le", "la", "les", "un", "une", "du", "mot", "adresse", "l'adresse", "nom", "d'utilisateur", "utilisateur", "ou", "et", "ici", "nouveau", "code", "à", "nouveau", "valide", "numéro", "s'il", "vous", "plait", "plaît", "avez"],
    },
    Language {
        verbs: &["introduce", "introduzca", "introducir", "ingresa", "ingrese", "ingresar", "escribe", "escriba", "escribir", "confirma", "confirme", "confirmar", "repite", "repita", "repetir", "olvidé", "olvidaste", "olvidó", "olvidado", "olvidada", "recordar", "recuperar", "verificar", "completa"],
        inputs: &["contraseña", "usuario", "email", "e-mail", "mail", "correo", "electrónico", "apellido", "apellidos", "postal"],
        owners: &["tu", "su", "mi", "tus", "sus"],
        others: &["por", "favor", "el", "la", "los", "un", "una", "de", "o", "y", "aquí", "nueva", "nuevo", "nombre", "dirección", "código", "has", "ha", "completo", "válido", "válida", "número", "en", "este", "equipo"],
    },
    Language {
        verbs: &["digite", "insira", "informe", "introduza", "escreva", "confirme", "confirmar", "repita", "repetir", "esqueci", "esqueceu", "esqueceste", "lembrar", "recuperar", "preencha"],
        inputs: &["senha", "palavra-passe", "password", "usuário", "utilizador", "email", "e-mail", "sobrenome", "apelido", "cep"],
        owners: &["sua", "seu", "minha", "meu", "teu", "tua"],
        others: &["por", "favor", "a", "o", "um", "uma", "de", "do", "da", "ou", "e", "aqui", "nova", "novo", "nome", "endereço", "código", "completo", "válido", "número", "neste", "computador"],
    },
    Language {
        verbs: &["inserisci", "inserire", "inserite", "digita", "scrivi", "conferma", "confermare", "ripeti", "ripetere", "dimenticato", "dimenticata", "ricorda", "ricordami", "recupera", "indica"],
        inputs: &["password", "utente", "username", "email", "e-mail", "mail", "cognome", "cap"],
        owners: &["tua", "tuo", "mia", "mio", "vostra", "sua"],
        others: &["la", "il", "un", "una", "un'", "di", "o", "e", "qui", "nuova", "nuovo", "nome", "indirizzo", "l'indirizzo", "codice", "hai", "ha", "su", "questo", "computer", "valido", "per", "favore"],
    },
    Language {
        verbs: &["vul", "typ", "voer", "herhaal", "bevestig", "vergeten", "onthoud", "onthouden", "geef", "invoeren", "invullen", "vergeet"],
        inputs: &["wachtwoord", "gebruikersnaam", "email", "e-mail", "mail", "e-mailadres", "emailadres", "mailadres", "achternaam", "voornaam", "postcode"],
        owners: &["je", "uw", "jouw", "mijn"],
        others: &["het", "een", "de", "of", "en", "hier", "nieuw", "nieuwe", "geldig", "in", "naam", "opnieuw", "a.u.b", "alstublieft", "op", "deze", "computer", "nummer"],
    },
    Language {
        verbs: &["wpisz", "podaj", "wprowadź", "powtórz", "potwierdź", "zapomniałem", "zapomniałeś", "zapomniałaś", "zapamiętaj", "przypomnij", "odzyskaj", "pamiętasz"],
        inputs: &["hasło", "hasła", "email", "e-mail", "mail", "login", "nick", "użytkownika", "nazwisko", "imię"],
        owners: &["swój", "swoje", "twój", "twoje", "mój", "moje"],
        others: &["nie", "adres", "nazwę", "nazwa", "i", "lub", "tutaj", "tu", "nowe", "nowy", "numer", "kod", "ponownie", "proszę", "na", "tym", "komputerze", "mnie", "poprawny"],
    },
    Language {
        verbs: &["введите", "введи", "повторите", "подтвердите", "подтверждение", "забыли", "запомнить", "укажите", "напомнить", "восстановить", "восстановление", "забыл", "повтор"],
        inputs: &["пароль", "пароля", "логин", "логина", "email", "e-mail", "mail", "почта", "почту", "почты", "фамилия", "фамилию"],
        owners: &["ваш", "ваше", "вашу", "вашей", "свой", "свою", "меня", "мой"],
        others: &["имя", "телефон", "адрес", "электронной", "электронную", "пользователя", "или", "и", "сюда", "здесь", "новый", "номер", "код", "с", "картинки", "пожалуйста", "еще", "раз", "на", "этом", "компьютере"],
    },
    Language {
        verbs: &["введіть", "повторіть", "підтвердіть", "забули", "запам'ятати", "вкажіть", "нагадати", "відновити"],
        inputs: &["пароль", "пароля", "логін", "email", "e-mail", "mail", "пошта", "пошту", "пошти", "прізвище"],
        owners: &["ваш", "ваше", "вашу", "свій", "свою", "мене"],
        others: &["ім'я", "телефон", "адресу", "електронної", "електронну", "користувача", "або", "і", "та", "сюди", "тут", "новий", "номер", "код", "будь", "ласка", "ще", "раз"],
    },
    Language {
        verbs: &["ange", "skriv", "fyll", "upprepa", "bekräfta", "glömt", "glömde", "indtast", "gentag", "bekræft", "glemt", "husk", "skriv", "udfyld", "gjenta", "bekreft", "oppgi", "kom", "ihåg", "bekreft"],
        inputs: &["lösenord", "lösenordet", "användarnamn", "email", "e-mail", "mail", "mejl", "e-post", "epost", "e-postadress", "mejladress", "adgangskode", "adgangskoden", "kodeord", "brugernavn", "e-mailadresse", "e-mail-adresse", "emailadresse", "passord", "passordet", "brukernavn", "e-postadresse", "epostadresse", "efternamn", "förnamn", "efternavn", "fornavn", "etternavn"],
        owners: &["ditt", "din", "dit", "mitt", "mit", "min", "mig", "meg"],
        others: &["i", "in", "inn", "eller", "och", "og", "här", "her", "nytt", "ny", "nyt", "igen", "en", "et", "ett", "på", "den", "denna", "denne", "dator", "giltig", "gyldig", "namn", "navn", "adress", "adresse"],
    },
    Language {
        verbs: &["zadejte", "vložte", "napište", "potvrďte", "potvrzení", "zopakujte", "zapomněli", "zapomněl", "zapomenuté", "zapamatovat", "vyplňte", "zadajte", "zopakujte", "potvrďte", "zabudli", "zabudnuté", "zapamätať"],
        inputs: &["heslo", "hesla", "email", "e-mail", "mail", "e-mailu", "emailu", "uživatelské", "používateľské", "příjmení", "priezvisko"],
        owners: &["vaše", "váš", "své", "svůj", "svoje", "svoj"],
        others: &["jméno", "meno", "nebo", "alebo", "a", "sem", "zde", "nové", "nový", "znovu", "prosím", "jste", "ste", "si", "adresu", "číslo"],
    },
    Language {
        verbs: &["girin", "giriniz", "yazın", "yazınız", "tekrar", "tekrarı", "onaylayın", "onayla", "unuttum", "unuttunuz", "hatırla", "doğrula", "girin"],
        inputs: &["şifre", "şifreniz", "şifrenizi", "şifremi", "parola", "parolanız", "parolanızı", "parolamı", "e-posta", "eposta", "email", "e-mail", "mail", "kullanıcı", "soyadı", "soyadınız"],
        owners: &["beni"],
        others: &["lütfen", "ve", "veya", "ya", "da", "adı", "adınız", "adınızı", "adresi", "adresiniz", "adresinizi", "yeni", "mu", "mü", "numarası", "numaranız"],
    },
    Language {
        verbs: &["add", "adja", "írd", "írja", "ismét", "újra", "megerősítése", "elfelejtett", "elfelejtettem", "elfelejtette", "elfelejtetted", "emlékezz", "emlékezzen", "megjegyzése", "meg", "be"],
        inputs: &["jelszó", "jelszót", "jelszavad", "jelszavát", "jelszavam", "email", "e-mail", "felhasználónév", "felhasználónevet", "felhasználónevem", "vezetéknév", "keresztnév"],
        owners: &["a", "az"],
        others: &["kérjük", "cím", "címed", "címét", "cím:", "vagy", "és", "itt", "ide", "új", "rám"],
    },
    Language {
        verbs: &["masukkan", "isi", "ketik", "ulangi", "konfirmasi", "lupa", "ingat", "tulis"],
        inputs: &["password", "sandi", "username", "email", "e-mail", "pengguna", "surel"],
        owners: &["anda", "kamu", "saya"],
        others: &["kata", "alamat", "nama", "atau", "dan", "di", "sini", "baru", "lagi", "nomor", "kode", "silakan", "silahkan"],
    },
];

/// Whether a key asks for what a form needs, or names it as the reader's, and says nothing else. Whoever `is_asking`
/// does something with it: a question without a verb may be asked by anybody.
pub(super) fn is_input(key: &str, is_asking: bool) -> bool {
    let words = || {
        key.split([' ', '/', ','])
            .filter(|word| !word.is_empty())
            .map(|word| word.trim_matches(['?', '¿', '¡', '.', '…']))
    };
    (2..=MOST_WORDS).contains(&words().count())
        && LANGUAGES.iter().any(|Language { verbs, inputs, owners, others }| {
            words().any(|word| inputs.contains(&word))
                && words().any(|word| verbs.contains(&word) || !is_asking && owners.contains(&word))
                && words().all(|word| [verbs, inputs, owners, others].iter().any(|list| list.contains(&word)))
        })
}

#[cfg(test)]
mod tests {
    use super::is_input;

    #[test]
    fn what_forms_ask_for_is_known() {
        for key in [
            "enter your e-mail address here",
            "your email or username",
            "re-enter password",
            "forgot your password?",
            "bitte geben sie ihre e-mail-adresse ein",
            "veuillez saisir votre mot de passe",
            "has olvidado tu contraseña?",
            "ange din e-postadress",
            "zapomněli jste heslo?",
        ] {
            assert!(is_input(key, key.ends_with('?')), "{key}");
        }
    }

    #[test]
    fn what_goes_on_is_prose() {
        for key in [
            "password",
            "your password was stolen",
            "forgot your keys?",
            "enter the city",
            "enter your name and win",
            "ihr passwort ist weg",
        ] {
            assert!(!is_input(key, false), "{key}");
        }
        assert!(!is_input("your password?", true), "anybody may ask that");
    }
}
