//! The bytes of names that are no text, for programs that want to open the file again.

use base64::Engine;
use base64::engine::general_purpose::STANDARD;

/// The bytes of a path in base64; `None` if they are those of the path as it is shown.
///
/// In what is shown, `\xFF` (two capital hexadecimal digits) stands for a byte that belongs to no character, and `\x5C` for
/// a backslash that would otherwise be taken for the beginning of one.
pub fn path_bytes(shown: &str) -> Option<String> {
    let mut bytes = Vec::with_capacity(shown.len());
    let (mut rest, mut is_escaped) = (shown, false);
    while let Some((before, after)) = rest.split_once("\\x") {
        bytes.extend_from_slice(before.as_bytes());
        let digits =
            after.get(..2).filter(|digits| digits.bytes().all(|byte| matches!(byte, b'0'..=b'9' | b'A'..=b'F')));
        if let Some(byte) = digits.and_then(|digits| u8::from_str_radix(digits, 16).ok()) {
            bytes.push(byte);
            is_escaped = true;
            rest = after.get(2..).unwrap_or_default();
        } else {
            bytes.extend_from_slice(b"\\x");
            rest = after;
        }
    }
    bytes.extend_from_slice(rest.as_bytes());
    is_escaped.then(|| STANDARD.encode(bytes))
}

#[cfg(test)]
mod tests {
    use super::path_bytes;

    #[test]
    fn only_escapes_need_bytes() {
        for plain in ["a.txt", "a/\\x.txt", "\\xff", "\\x5", "\\", "é\\xG0"] {
            assert_eq!(path_bytes(plain), None, "{plain}");
        }
        assert_eq!(path_bytes("a\\xFF.txt").as_deref(), Some("Yf8udHh0"));
        // A name that reads like an escape: a, backslash, x, F, F.
        assert_eq!(path_bytes("a\\x5CxFF").as_deref(), Some("YVx4RkY="));
        assert_eq!(path_bytes("\\x\\xC3\\x28").as_deref(), Some("XHjDKA=="));
    }
}
