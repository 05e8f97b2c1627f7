//! Style sheets without what only their authors need.

/// Adds a style sheet without its comments, which no reader needs.
pub(super) fn push_rules(head: &mut String, style: &str) {
    let mut rest = style;
    while let Some((before, from)) = rest.split_once("/*") {
        push_tight(head, before);
        rest = from.split_once("*/").map_or("", |(_, after)| after);
    }
    push_tight(head, rest);
    head.push('\n');
}

/// Adds rules without the white space that only their authors need. Within quotation marks all of
/// it stays.
fn push_tight(head: &mut String, rules: &str) {
    let mut quoted = false;
    let mut rest = rules.chars().peekable();
    while let Some(character) = rest.next() {
        if character == '"' {
            quoted = !quoted;
        }
        if quoted || !character.is_whitespace() {
            head.push(character);
            continue;
        }
        while rest.peek().is_some_and(|next| next.is_whitespace()) {
            rest.next();
        }
        let needless = |next: Option<char>| next.is_none_or(|it| "{};,".contains(it));
        // A space before a colon or parenthesis may mean something; after a colon only where it is
        // all that a custom property holds.
        let next = rest.peek().copied();
        let kept = match head.chars().last() {
            Some(':') => next == Some(';'),
            last => !needless(last) && !needless(next),
        };
        if kept {
            head.push(' ');
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rules_lose_their_white_space_and_comments_and_nothing_else() {
        let mut head = String::new();
        push_rules(
            &mut head,
            "/* One */\na,\n  b > c { content: \"; { x }  \"; margin: 0 auto; }\n/* Two */\n@media (min-width: 4rem) {\n  :root { --dark: ; --light: initial; }\n}\n",
        );
        assert_eq!(
            head.trim(),
            "a,b > c{content:\"; { x }  \";margin:0 auto;}@media (min-width:4rem){:root{--dark: ;--light:initial;}}"
        );
    }

    #[test]
    fn comments_of_style_sheets_stay_at_home() {
        let mut head = String::new();
        push_rules(&mut head, "/* Why. */\na { top: 0; } /* And\nhere. */\nb { left: 0; }\n");
        assert_eq!(head, "a{top:0;}b{left:0;}\n");
    }
}
