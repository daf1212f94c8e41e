//! The line above readers' comments that counts them and names the story: `5 thoughts on “Harbour reopens”`.

use crate::chars;

/// What publishing systems print between the number and the headline, in small letters.
#[rustfmt::skip]
const ANSWERS: &[&str] = &[
    "thought on", "thoughts on", "comment on", "comments on", "response to", "responses to", "reply to", "replies to",
    "gedanke zu", "gedanken zu", "kommentar zu", "kommentare zu", "antwort auf", "antworten auf",
    "réflexion sur", "réflexions sur", "réflexion au sujet de", "réflexions au sujet de", "commentaire sur",
    "commentaires sur", "réponse à", "réponses à", "comentario en", "comentarios en", "pensamiento sobre",
    "pensamientos sobre", "respuesta a", "respuestas a", "commento su", "commenti su", "pensiero su", "pensieri su",
    "risposta a", "risposte a", "comentário em", "comentários em", "comentário sobre", "comentários sobre",
    "pensamento sobre", "pensamentos sobre", "resposta para", "respostas para", "reactie op", "reacties op",
    "gedachte over", "gedachten over", "komentarz do", "komentarze do", "komentarzy do", "odpowiedź na", "odpowiedzi na",
    "komentář u", "komentáře u", "komentářů u", "комментарий к", "комментария к", "комментариев к",
    "комментарий к записи", "комментария к записи", "комментариев к записи", "ответ на", "ответа на", "ответов на",
    "мысль о", "мысли о", "мыслей о", "коментар до", "коментарі до", "коментарів до", "коментар на", "коментара на",
    "komentar na", "komentara na", "hozzászólás a(z)", "gondolat a(z)", "kommentar til", "kommentarer til",
    "kommentarer till", "svar på", "tankar om", "kommentar om", "kommenttia artikkeliin", "comentariu la",
    "comentarii la", "gând despre", "gânduri despre", "σχόλια στο", "σχόλιο στο", "σκέψεις για το", "σκέψη για το",
];

/// The headline that a line counts the answers to, if it has that form. Stories have such headings of their own, so
/// that only the right headline tells.
pub fn counted_answers(line: &str) -> Option<&str> {
    if !line.starts_with(|c: char| c.is_ascii_digit() || matches!(c, 'O' | 'E' | 'U' | 'J')) {
        return None;
    }
    let (count, rest) = line.split_once(chars::is_blank)?;
    let is_count =
        chars::is_plain_number(count) || matches!(count, "One" | "Ein" | "Une" | "Un" | "Uno" | "Um" | "Jeden");
    if !is_count {
        return None;
    }
    let (words, title) = rest.split_at_checked(rest.find(is_quote)?)?;
    let is_answers = ANSWERS.contains(&words.trim_end_matches(chars::is_blank).to_lowercase().as_str());
    is_answers.then(|| title.trim_matches(is_quote))
}

fn is_quote(c: char) -> bool {
    chars::is_curly_quote(c) || matches!(c, '"' | '«' | '»' | '‘' | '’')
}

#[cfg(test)]
mod tests {
    use super::counted_answers;

    #[test]
    fn counted_answers_name_what_they_answer() {
        let title = Some("Harbour reopens");
        for line in [
            "5 thoughts on “Harbour reopens”",
            "One Response to \"Harbour reopens\"",
            "2 Gedanken zu „Harbour reopens“",
            "3 commentaires sur « Harbour reopens »",
            "14 комментариев к «Harbour reopens»",
        ] {
            assert_eq!(counted_answers(line).map(str::trim), title, "{line}");
        }
        for line in
            ["5 thoughts on the harbour", "Five thoughts on “Harbour reopens”", "5 facts on “Harbour reopens”", "5"]
        {
            assert_eq!(counted_answers(line), None, "{line}");
        }
    }
}
