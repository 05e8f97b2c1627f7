//! What a reader hands in.

/// An answer, by ids of options, never by their positions.
///
/// Ids are whatever was stored or decoded: grading treats them as unknown until it finds them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Answer {
    /// One option.
    One(String),
    /// Any number of options, in no order.
    Several(Vec<String>),
    /// All options, in order.
    Order(Vec<String>),
    /// What was put to each thing that was asked for, in no order: to a pair's id that of the pair
    /// whose partner was chosen, to the number of a blank (from 0) an option, to a source how it bears
    /// on the claim, to a year a whole number.
    Pairs(Vec<(String, String)>),
    /// The reader's own words, and the numbers (from 0) of the points of the rubric that the reader
    /// found in them.
    Own {
        /// The words.
        text: String,
        /// The points.
        met: Vec<usize>,
    },
}

impl Answer {
    /// As it is stored: words parted by tabs, the first of which says of what kind it is.
    pub fn write(&self) -> String {
        let mut out = String::new();
        let mut add = |word: &str| {
            if !out.is_empty() {
                out.push('\t');
            }
            out.push_str(word);
        };
        match self {
            Self::One(id) => {
                add("one");
                add(id);
            }
            Self::Several(ids) | Self::Order(ids) => {
                add(if matches!(self, Self::Order(_)) { "order" } else { "several" });
                ids.iter().for_each(|id| add(id));
            }
            Self::Pairs(pairs) => {
                add("pairs");
                for (to, put) in pairs {
                    add(&[to, "=", put].concat());
                }
            }
            Self::Own { text, met } => {
                add("own");
                add(&escaped(text));
                met.iter().for_each(|at| add(&at.to_string()));
            }
        }
        out
    }

    /// Reads what [`write`](Self::write) wrote; none where it makes no sense.
    pub fn parse(text: &str) -> Option<Self> {
        let mut words = text.split('\t');
        let kind = words.next()?;
        let all = |words: std::str::Split<'_, char>| words.map(str::to_owned).collect();
        Some(match kind {
            "one" => {
                let id = words.next()?.to_owned();
                return words.next().is_none().then_some(Self::One(id));
            }
            "several" => Self::Several(all(words)),
            "order" => Self::Order(all(words)),
            "pairs" => {
                let mut pairs = Vec::new();
                for word in words {
                    let (to, put) = word.split_once('=')?;
                    pairs.push((to.to_owned(), put.to_owned()));
                }
                Self::Pairs(pairs)
            }
            "own" => {
                let text = unescaped(words.next()?);
                let mut met = Vec::new();
                for word in words {
                    met.push(word.parse().ok()?);
                }
                Self::Own { text, met }
            }
            _ => return None,
        })
    }

    /// What was put to a thing that was asked for, where the answer consists of such.
    pub fn put_to(&self, asked: &str) -> Option<&str> {
        let Self::Pairs(pairs) = self else { return None };
        pairs.iter().find(|(to, _)| to == asked).map(|(_, put)| put.as_str())
    }

    /// Puts something to a thing that was asked for, in the place of what was there; nothing where it
    /// is empty.
    pub fn put(&mut self, asked: &str, put: &str) {
        if let Self::Pairs(pairs) = self {
            pairs.retain(|(to, _)| to != asked);
            if !put.is_empty() {
                pairs.push((asked.to_owned(), put.to_owned()));
            }
        }
    }
}

/// What stands for the characters that part words and lines, and for itself.
const ESCAPES: [(char, char); 4] = [('\\', '\\'), ('\t', 't'), ('\n', 'n'), ('\r', 'r')];

fn escaped(text: &str) -> String {
    let mut out = String::new();
    for letter in text.chars() {
        match ESCAPES.iter().find(|(plain, _)| *plain == letter) {
            Some((_, stands)) => out.extend(['\\', *stands]),
            None => out.push(letter),
        }
    }
    out
}

fn unescaped(text: &str) -> String {
    let mut out = String::new();
    let mut letters = text.chars();
    while let Some(letter) = letters.next() {
        if letter != '\\' {
            out.push(letter);
        } else if let Some(stands) = letters.next() {
            let plain = ESCAPES.iter().find(|(_, it)| *it == stands);
            out.push(plain.map_or(stands, |(plain, _)| *plain));
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn any_answer() -> impl Strategy<Value = Answer> {
        let id = || "[a-z0-9-]{1,6}";
        let ids = proptest::collection::vec(id(), 1..5);
        let pairs = proptest::collection::vec((id(), id()), 0..5);
        let met = proptest::collection::vec(0usize..9, 0..4);
        prop_oneof![
            id().prop_map(Answer::One),
            ids.clone().prop_map(Answer::Several),
            ids.prop_map(Answer::Order),
            pairs.prop_map(Answer::Pairs),
            ("[\\\\a-z\\t\\r\\n ]{0,9}", met).prop_map(|(text, met)| Answer::Own { text, met }),
        ]
    }

    proptest! {
        #[test]
        fn what_is_written_is_read_and_is_one_line(answer in any_answer()) {
            let text = answer.write();
            prop_assert!(!text.contains('\n') && !text.contains('\r'));
            prop_assert_eq!(Answer::parse(&text), Some(answer));
        }

        #[test]
        fn reading_never_panics(text in "(one|several|order|pairs|own)?\\PC{0,20}") {
            let _ = Answer::parse(&text);
        }
    }

    #[test]
    fn each_thing_has_one_that_was_put_to_it() {
        let mut answer = Answer::Pairs(Vec::new());
        answer.put("a", "x");
        answer.put("b", "y");
        answer.put("a", "z");
        assert_eq!((answer.put_to("a"), answer.put_to("b")), (Some("z"), Some("y")));
        answer.put("a", "");
        assert_eq!(answer, Answer::Pairs(vec![("b".into(), "y".into())]));
        let mut other = Answer::One("a".into());
        other.put("a", "x");
        assert_eq!(other.put_to("a"), None);
    }
}
