//! What asks readers for a comment, in whatever words a page puts it: `Schreib jetzt den ersten Kommentar`.

/// The words of one language: what readers are to do, what with, and what may stand beside the two.
struct Language {
    verbs: &'static [&'static str],
    comments: &'static [&'static str],
    others: &'static [&'static str],
}

/// A request has no more words than this.
const MOST_WORDS: usize = 8;

/// In the form of keys. Every word of a line has to be here: one more is the beginning of a sentence.
#[rustfmt::skip]
const LANGUAGES: &[Language] = &[
    Language {
        verbs: &["leave", "write", "post", "add", "submit", "publish", "send", "enter", "type", "view", "show", "hide", "see", "load", "read", "report"],
        comments: &["comment", "comments"],
        others: &["a", "an", "the", "your", "all", "more", "new", "first", "here", "now", "own", "public", "this", "other"],
    },
    Language {
        verbs: &[
            "schreib", "schreibe", "schreiben", "hinterlass", "hinterlasse", "hinterlassen", "verfass", "verfasse", "verfassen", "veröffentliche",
            "veröffentlichen", "poste", "posten", "sende", "senden", "abschicken", "absenden", "abgeben", "eingeben", "gib", "geben", "füge", "fügen",
            "hinzufügen", "kommentiere", "kommentieren", "zeige", "zeigen", "anzeigen", "lesen", "laden", "melden", "speichern", "einblenden", "ausblenden",
        ],
        comments: &["kommentar", "kommentare", "kommentiere", "kommentieren"],
        others: &[
            "einen", "ein", "den", "die", "deinen", "ihren", "dein", "ihr", "sie", "uns", "jetzt", "hier", "ersten", "neuen", "neuer", "alle", "mehr",
            "weitere", "diesen", "dieser", "diese", "artikel", "beitrag", "bitte", "hinzu", "ab", "als", "erster", "zu", "diesem", "zum",
        ],
    },
    Language {
        verbs: &["laisser", "laissez", "laisse", "écrire", "écrivez", "rédiger", "rédigez", "poster", "postez", "publier", "publiez", "ajouter", "ajoutez", "envoyer", "envoyez", "déposer", "déposez", "voir", "lire", "afficher", "masquer", "signaler", "saisir", "saisissez"],
        comments: &["commentaire", "commentaires"],
        others: &["un", "une", "votre", "vos", "ton", "mon", "le", "les", "tous", "ce", "nouveau", "premier", "ici", "autre", "autres", "plus", "de"],
    },
    Language {
        verbs: &["deja", "deje", "dejar", "escribe", "escriba", "escribir", "publica", "publicar", "añade", "añadir", "agrega", "agregar", "envía", "enviar", "envia", "ver", "leer", "mostrar", "ocultar", "cargar", "haz", "hacer", "denunciar", "reportar"],
        comments: &["comentario", "comentarios"],
        others: &["un", "tu", "su", "el", "los", "todos", "nuevo", "primer", "aquí", "este", "más", "mi"],
    },
    Language {
        verbs: &["lascia", "lasciare", "scrivi", "scrivere", "aggiungi", "inserisci", "invia", "pubblica", "leggi", "mostra", "vedi", "nascondi", "segnala", "carica"],
        comments: &["commento", "commenti"],
        others: &["un", "il", "i", "tuo", "tutti", "nuovo", "primo", "qui", "gli", "altri", "questo"],
    },
    Language {
        verbs: &["deixe", "deixar", "escreva", "escrever", "adicione", "adicionar", "envie", "enviar", "publique", "publicar", "faça", "ver", "veja", "ler", "leia", "mostrar", "carregar", "denunciar", "digite", "poste", "postar"],
        comments: &["comentário", "comentários"],
        others: &["um", "o", "os", "seu", "teu", "meu", "todos", "novo", "primeiro", "aqui", "mais", "este"],
    },
    Language {
        verbs: &["plaats", "plaatsen", "schrijf", "schrijven", "laat", "geef", "stuur", "verstuur", "verzend", "toon", "bekijk", "lees", "verberg", "meld"],
        comments: &["reactie", "reacties", "opmerking", "opmerkingen"],
        others: &["een", "je", "jouw", "uw", "de", "alle", "nieuwe", "eerste", "hier", "achter", "meer", "deze"],
    },
    Language {
        verbs: &["dodaj", "napisz", "zostaw", "wyślij", "opublikuj", "zobacz", "pokaż", "czytaj", "ukryj", "zgłoś", "skomentuj"],
        comments: &["komentarz", "komentarze", "komentarzy"],
        others: &["swój", "nowy", "pierwszy", "tutaj", "wszystkie", "więcej", "ten", "tu"],
    },
    Language {
        verbs: &["оставьте", "оставить", "оставь", "напишите", "написать", "добавьте", "добавить", "отправить", "отправьте", "опубликовать", "показать", "скрыть", "читать", "смотреть", "введите", "загрузить"],
        comments: &["комментарий", "комментарии", "комментариев"],
        others: &["свой", "ваш", "первый", "новый", "все", "еще", "здесь", "этот", "больше"],
    },
    Language {
        verbs: &["залиште", "залишити", "напишіть", "написати", "додайте", "додати", "надіслати", "опублікувати", "показати", "читати"],
        comments: &["коментар", "коментарі", "коментарів"],
        others: &["свій", "ваш", "перший", "новий", "всі", "усі", "ще", "тут"],
    },
    Language {
        verbs: &["přidat", "přidejte", "napsat", "napište", "vložit", "vložte", "odeslat", "zobrazit", "číst", "skrýt", "nahlásit"],
        comments: &["komentář", "komentáře"],
        others: &["svůj", "nový", "první", "všechny", "další", "sem", "tento"],
    },
];

/// Whether a key asks for comments or shows them, and says nothing else.
pub(super) fn is_request(key: &str) -> bool {
    let words = || key.split(' ').filter(|word| !word.is_empty());
    let count = words().count();
    (2..=MOST_WORDS).contains(&count)
        && LANGUAGES.iter().any(|Language { verbs, comments, others }| {
            words().any(|word| verbs.contains(&word))
                && words().any(|word| comments.contains(&word))
                && words().all(|word| [verbs, comments, others].iter().any(|list| list.contains(&word)))
        })
}

#[cfg(test)]
mod tests {
    use super::is_request;

    #[test]
    fn requests_say_nothing_else() {
        for key in [
            "leave your own comment here",
            "schreib jetzt den ersten kommentar",
            "hinterlassen sie einen kommentar",
            "kommentiere diesen beitrag",
            "déposez votre commentaire",
            "deja aquí tu comentario",
            "оставьте свой комментарий",
        ] {
            assert!(is_request(key), "{key}");
        }
        for key in [
            "leave",
            "comments",
            "leave a comment at the door",
            "write a comment about fish",
            "kommentar des tages",
            "no comments",
        ] {
            assert!(!is_request(key), "{key}");
        }
    }
}
