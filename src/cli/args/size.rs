//! How numbers of bytes are typed.

/// A number of bytes, as ripgrep takes it: `4096`, `512K`, `16M`, `1G`.
pub(super) fn size(text: &str) -> Result<u64, String> {
    let wrong = || "write it as a number of bytes, or with K, M or G behind it: 512K, 16M".to_owned();
    let (number, unit) = match text.as_bytes().last() {
        Some(b'K' | b'k') => (&text[..text.len() - 1], 1 << 10),
        Some(b'M' | b'm') => (&text[..text.len() - 1], 1 << 20),
        Some(b'G' | b'g') => (&text[..text.len() - 1], 1 << 30),
        _ => (text, 1),
    };
    let is_plain = !number.is_empty() && number.bytes().all(|byte| byte.is_ascii_digit());
    let number: u64 = number.parse().ok().filter(|_| is_plain).ok_or_else(wrong)?;
    number.checked_mul(unit).ok_or_else(|| "there is no such large file".to_owned())
}

#[cfg(test)]
mod tests {
    use super::size;

    #[test]
    fn units_are_those_of_ripgrep() {
        for (text, bytes) in [("0", 0), ("4096", 4096), ("512K", 512 << 10), ("16M", 16 << 20), ("1g", 1 << 30)] {
            assert_eq!(size(text), Ok(bytes), "{text}");
        }
        for text in ["", "K", "+1", "-1", "1.5M", "16MiB", "1 M", "é", "99999999999999999999", "99999999999G"] {
            assert!(size(text).is_err(), "{text}");
        }
    }
}
