//! Addresses: a [`Route`] and the hash that it is written as, both ways, without a browser.
//!
//! Addresses are promises: teachers print them. `#/read/cleveland-1963/study-group` is also the
//! `id` of that passage in the prerendered page, so every address works with scripts off.

use story::Story;

/// Where in the page a reader is.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Route {
    /// The view, and what it shows.
    pub view: View,
    /// State of the view, as written behind `?`: names and values in order.
    pub query: Vec<(String, String)>,
}

/// A view, with the id of what it shows where an address names one.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum View {
    /// The front page.
    Home,
    /// A chapter, at its beginning or at a passage.
    Read {
        /// Id of the chapter.
        chapter: String,
        /// Id of the passage.
        passage: Option<String>,
    },
    /// A view that lists entities of one kind, with one of them chosen or none.
    List(List, Option<String>),
    /// What sources disagree about.
    Disputes,
    /// Where to look further.
    Further,
    /// How to teach with it.
    Teach,
    /// The quiz, with the part that names a paper.
    Quiz(Option<String>),
    /// The search; what is sought stands behind `?q=`.
    Search,
    /// The reader's marks and notes.
    Notes,
    /// A chapter or a paper in large type, step by step; which stands behind `?`.
    Project,
    /// How the page looks and sounds, and what it keeps on this device.
    Settings,
    /// An address that leads nowhere, as it was written.
    Unknown(String),
}

/// A view that lists entities of one kind.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum List {
    /// Groups, on the map.
    Map,
    /// Events.
    Timeline,
    /// People.
    People,
    /// Terms.
    Glossary,
    /// Claims.
    Claims,
    /// Sources.
    Sources,
}

impl List {
    /// All lists, in the order in which the prerendered page has them.
    pub const ALL: [Self; 6] =
        [Self::Map, Self::Timeline, Self::People, Self::Glossary, Self::Claims, Self::Sources];

    /// The word that addresses use for it.
    pub fn slug(self) -> &'static str {
        match self {
            Self::Map => "map",
            Self::Timeline => "timeline",
            Self::People => "people",
            Self::Glossary => "glossary",
            Self::Claims => "claims",
            Self::Sources => "sources",
        }
    }

    /// Whether its entries are evidence, which comes after the story.
    pub fn is_evidence(self) -> bool {
        !matches!(self, Self::Map | Self::Glossary)
    }

    /// Whether the story has an entity of this kind with this id.
    ///
    /// Of evidence the program in the browser has none: the page tells when it has come.
    fn has(self, story: &Story<'_>, id: &str) -> bool {
        if cfg!(target_arch = "wasm32") && self.is_evidence() {
            return true;
        }
        match self {
            Self::Map => story.groups.get(id).is_some(),
            Self::Timeline => story.events.get(id).is_some(),
            Self::People => story.people.get(id).is_some(),
            Self::Glossary => story.terms.get(id).is_some(),
            Self::Claims => story.claims.get(id).is_some(),
            Self::Sources => story.sources.get(id).is_some(),
        }
    }

    /// All ids of this kind, in the author's order.
    fn ids<'s>(self, story: &'s Story<'_>) -> Vec<&'s str> {
        use story::Entity;
        match self {
            Self::Map => story.groups.iter().map(Entity::id).collect(),
            Self::Timeline => story.events.iter().map(Entity::id).collect(),
            Self::People => story.people.iter().map(Entity::id).collect(),
            Self::Glossary => story.terms.iter().map(Entity::id).collect(),
            Self::Claims => story.claims.iter().map(Entity::id).collect(),
            Self::Sources => story.sources.iter().map(Entity::id).collect(),
        }
    }
}

impl View {
    /// The views that are there in every story, besides the lists.
    pub const FIXED: [Self; 9] = [
        Self::Home,
        Self::Disputes,
        Self::Further,
        Self::Teach,
        Self::Quiz(None),
        Self::Search,
        Self::Notes,
        Self::Project,
        Self::Settings,
    ];

    /// Names the page that shows this view: the value of `data-page` in the prerendered page.
    pub fn page(&self) -> String {
        match self {
            Self::Home => "home".to_owned(),
            Self::Read { chapter, .. } => format!("read/{chapter}"),
            Self::List(list, _) => list.slug().to_owned(),
            Self::Disputes => "disputes".to_owned(),
            Self::Further => "further".to_owned(),
            Self::Teach => "teach".to_owned(),
            Self::Quiz(_) => "quiz".to_owned(),
            Self::Search => "search".to_owned(),
            Self::Notes => "notes".to_owned(),
            Self::Project => "project".to_owned(),
            Self::Settings => "settings".to_owned(),
            Self::Unknown(_) => "unknown".to_owned(),
        }
    }

    /// The path: what stands in an address between `#` and `?`.
    pub fn path(&self) -> String {
        match self {
            Self::Home => "/".to_owned(),
            Self::Read { chapter, passage: None } => format!("/read/{chapter}"),
            Self::Read { chapter, passage: Some(passage) } => format!("/read/{chapter}/{passage}"),
            Self::List(list, None) => format!("/{}", list.slug()),
            Self::List(list, Some(id)) => format!("/{}/{id}", list.slug()),
            Self::Disputes => "/disputes".to_owned(),
            Self::Further => "/further".to_owned(),
            Self::Teach => "/teach".to_owned(),
            Self::Quiz(None) => "/quiz".to_owned(),
            Self::Quiz(Some(paper)) => format!("/quiz/{paper}"),
            Self::Search => "/search".to_owned(),
            Self::Notes => "/notes".to_owned(),
            Self::Project => "/project".to_owned(),
            Self::Settings => "/settings".to_owned(),
            Self::Unknown(path) => path.clone(),
        }
    }
}

impl From<View> for Route {
    fn from(view: View) -> Self {
        Self { view, query: Vec::new() }
    }
}

impl Route {
    /// Reads the hash of an address, with or without its `#`.
    ///
    /// None where the hash is no address of ours but an anchor within the page, such as that of
    /// the skip link. Ids that the story does not have make [`View::Unknown`].
    pub fn parse(hash: &str, story: &Story<'_>) -> Option<Self> {
        let hash = hash.strip_prefix('#').unwrap_or(hash);
        if hash.is_empty() {
            return Some(View::Home.into());
        }
        if !hash.starts_with('/') {
            return None;
        }
        let (path, query) = hash.split_once('?').unwrap_or((hash, ""));
        let query = parse_query(query);
        Some(Self { view: parse_view(path, story), query })
    }

    /// Writes the address, from its `#` on.
    pub fn hash(&self) -> String {
        let mut hash = format!("#{}", self.view.path());
        for (at, (name, value)) in self.query.iter().enumerate() {
            hash.push(if at == 0 { '?' } else { '&' });
            hash.push_str(&percent_encode(name));
            hash.push('=');
            hash.push_str(&percent_encode(value));
        }
        hash
    }

    /// The first value of a name in the query.
    pub fn query_value(&self, name: &str) -> Option<&str> {
        self.query.iter().find(|(key, _)| key == name).map(|(_, value)| value.as_str())
    }
}

fn parse_view(path: &str, story: &Story<'_>) -> View {
    let unknown = || View::Unknown(path.to_owned());
    let pieces: Vec<&str> = path.split('/').filter(|piece| !piece.is_empty()).collect();
    match pieces.as_slice() {
        [] => View::Home,
        ["read"] => match story.chapters.iter().next() {
            Some(first) => View::Read { chapter: first.id.0.to_owned(), passage: None },
            None => unknown(),
        },
        ["read", chapter] if story.chapters.get(chapter).is_some() => {
            View::Read { chapter: (*chapter).to_owned(), passage: None }
        }
        ["read", chapter, passage]
            if story.chapters.get(chapter).is_some_and(|it| it.passages.get(passage).is_some()) =>
        {
            View::Read { chapter: (*chapter).to_owned(), passage: Some((*passage).to_owned()) }
        }
        ["disputes"] => View::Disputes,
        ["further"] => View::Further,
        ["teach"] => View::Teach,
        ["quiz"] => View::Quiz(None),
        ["quiz", paper] => View::Quiz(Some((*paper).to_owned())),
        ["search"] => View::Search,
        ["notes"] => View::Notes,
        ["project"] => View::Project,
        ["settings"] => View::Settings,
        [slug] => List::ALL
            .into_iter()
            .find(|list| list.slug() == *slug)
            .map_or_else(unknown, |list| View::List(list, None)),
        [slug, id] => List::ALL
            .into_iter()
            .find(|list| list.slug() == *slug && list.has(story, id))
            .map_or_else(unknown, |list| View::List(list, Some((*id).to_owned()))),
        _ => unknown(),
    }
}

/// The known address that is most like `path`, for a page that says "did you mean"; of those that
/// the story has, and of others that are known too.
pub fn nearest(path: &str, story: &Story<'_>, others: &[String]) -> View {
    let mut known = View::FIXED.to_vec();
    for chapter in &story.chapters {
        let chapter_id = chapter.id.0.to_owned();
        known.push(View::Read { chapter: chapter_id.clone(), passage: None });
        known.extend(chapter.passages.iter().map(|passage| View::Read {
            chapter: chapter_id.clone(),
            passage: Some(passage.id.0.to_owned()),
        }));
    }
    for list in List::ALL {
        known.push(View::List(list, None));
        known.extend(list.ids(story).into_iter().map(|id| View::List(list, Some(id.to_owned()))));
    }
    known.extend(others.iter().map(|other| parse_view(other, story)));
    // An address is short; what lies beyond can't be a near miss of one.
    let path: String = path.chars().take(120).collect();
    known
        .into_iter()
        .min_by_key(|view| strsim::levenshtein(&view.path(), &path))
        .unwrap_or(View::Home)
}

fn parse_query(query: &str) -> Vec<(String, String)> {
    query
        .split('&')
        .filter(|pair| !pair.is_empty())
        .map(|pair| {
            let (name, value) = pair.split_once('=').unwrap_or((pair, ""));
            (percent_decode(name), percent_decode(value))
        })
        .collect()
}

/// Keeps what can't be misread in a hash and writes all else as percent signs and digits.
fn percent_encode(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for byte in text.bytes() {
        if byte.is_ascii_alphanumeric() || b"-._~,:/".contains(&byte) {
            out.push(char::from(byte));
        } else {
            out.push_str(&format!("%{byte:02X}"));
        }
    }
    out
}

/// Reads percent signs with two digits; anything else stands as it is.
fn percent_decode(text: &str) -> String {
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text.as_bytes();
    while let [first, after @ ..] = rest {
        let digits = match (first, after) {
            (b'%', [high, low, ..]) => hex_digit(*high).zip(hex_digit(*low)),
            _ => None,
        };
        if let Some((high, low)) = digits {
            bytes.push(high * 16 + low);
            rest = after.get(2..).unwrap_or_default();
        } else {
            bytes.push(*first);
            rest = after;
        }
    }
    String::from_utf8_lossy(&bytes).into_owned()
}

fn hex_digit(byte: u8) -> Option<u8> {
    char::from(byte).to_digit(16).and_then(|digit| u8::try_from(digit).ok())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::content::story;
    use proptest::prelude::*;

    fn view(hash: &str) -> View {
        Route::parse(hash, story()).unwrap().view
    }

    #[test]
    fn addresses_that_teachers_print_keep_working() {
        assert_eq!(view(""), View::Home);
        assert_eq!(view("#/"), View::Home);
        assert_eq!(view("#/map"), View::List(List::Map, None));
        assert_eq!(view("#/map/ccsa"), View::List(List::Map, Some("ccsa".into())));
        assert_eq!(view("#/disputes"), View::Disputes);
        assert_eq!(view("#/quiz"), View::Quiz(None));
        assert_eq!(
            view("#/read/cleveland-1963"),
            View::Read { chapter: "cleveland-1963".into(), passage: None }
        );
    }

    #[test]
    fn an_address_that_leads_nowhere_offers_the_nearest() {
        let lost = view("#/map/ccsaa");
        assert_eq!(lost, View::Unknown("/map/ccsaa".into()));
        assert_eq!(nearest("/map/ccsaa", story(), &[]), View::List(List::Map, Some("ccsa".into())));
        assert_eq!(nearest("/time-line", story(), &[]), View::List(List::Timeline, None));
        assert_eq!(view("#/read/cleveland-1963/nowhere/at/all").page(), "unknown");
    }

    #[test]
    fn an_anchor_within_the_page_is_no_address() {
        assert_eq!(Route::parse("#main", story()), None);
    }

    #[test]
    fn the_query_survives_the_hash() {
        let mut route = Route::from(View::List(List::Map, None));
        route.query = vec![("year".into(), "1974".into()), ("find".into(), "Łódź & co = ?".into())];
        assert_eq!(Route::parse(&route.hash(), story()), Some(route.clone()));
        assert_eq!(route.query_value("year"), Some("1974"));
        assert_eq!(route.query_value("kind"), None);
    }

    #[test]
    fn every_view_of_the_story_is_found_by_its_own_address() {
        for list in List::ALL {
            for id in list.ids(story()) {
                let expected = View::List(list, Some(id.to_owned()));
                assert_eq!(view(&format!("#{}", expected.path())), expected);
            }
        }
        for chapter in &story().chapters {
            for passage in &chapter.passages {
                let expected =
                    View::Read { chapter: chapter.id.0.into(), passage: Some(passage.id.0.into()) };
                assert_eq!(view(&format!("#{}", expected.path())), expected);
            }
        }
    }

    /// A hash of pieces that mean something, of letters of any kind, or of both.
    fn any_hash() -> impl Strategy<Value = String> {
        let meaning = prop::sample::select(vec![
            "#",
            "/",
            "//",
            "?",
            "&",
            "=",
            "%",
            "%2",
            "%25",
            "%00",
            "%ff",
            "%C3",
            "%A9",
            "+",
            "read",
            "cleveland-1963",
            "study-group",
            "map",
            "ccsa",
            "claims",
            "quiz",
            "paper",
            "..",
            "__proto__",
            "year=1974",
            "<img src=x>",
            "\u{202e}",
            "\u{0}",
            "é",
        ]);
        let piece = prop_oneof![3 => meaning.prop_map(str::to_owned), 1 => any::<String>()];
        let pieces = prop::collection::vec(piece, 0..12).prop_map(|pieces| pieces.concat());
        prop_oneof!["#?/?\\PC{0,60}", pieces.clone().prop_map(|rest| format!("#/{rest}")), pieces]
    }

    #[test]
    fn addresses_of_any_length_are_read() {
        for piece in ["/", "a/", "%", "%ff", "&", "a=b&", "?", "\u{202e}", "read/"] {
            let hash = format!("#/{}", piece.repeat(100_000));
            let route = Route::parse(&hash, story()).unwrap();
            assert_eq!(Route::parse(&route.hash(), story()), Some(route), "{piece}");
            nearest(&hash, story(), &[]);
        }
    }

    proptest! {
        #[test]
        fn any_hash_is_read_without_a_panic_and_read_again_alike(hash in any_hash()) {
            if let Some(route) = Route::parse(&hash, story()) {
                let again = Route::parse(&route.hash(), story());
                // An unknown path is kept as written, so only its query is normalized.
                prop_assert_eq!(again, Some(route));
            }
        }
    }
}
