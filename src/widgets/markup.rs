//! Markup with words in it that are only words.

/// Adds pieces of markup with words between them; whatever the words hold, they are text.
pub(crate) fn put(out: &mut String, markup: &[&str], words: &[&str]) {
    let mut words = words.iter();
    for piece in markup {
        out.push_str(piece);
        for character in words.next().copied().unwrap_or_default().chars() {
            match character {
                '&' => out.push_str("&amp;"),
                '<' => out.push_str("&lt;"),
                '"' => out.push_str("&quot;"),
                other => out.push(other),
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::put;

    #[test]
    fn words_are_no_markup() {
        let mut out = String::new();
        put(&mut out, &["<a href=\"", "\">", "</a>"], &["\"><b>", "R&D <i>"]);
        assert_eq!(out, "<a href=\"&quot;>&lt;b>\">R&amp;D &lt;i></a>");
    }
}
