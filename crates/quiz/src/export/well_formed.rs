//! A check that XML is well-formed, as far as files here go: no comments, sections or types.

/// An element with what is in it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Element {
    pub name: String,
    pub attributes: Vec<(String, String)>,
    pub children: Vec<Element>,
    /// All words directly in it.
    pub words: String,
}

impl Element {
    pub fn attribute(&self, name: &str) -> Option<&str> {
        self.attributes.iter().find(|(it, _)| it == name).map(|(_, value)| value.as_str())
    }

    pub fn all<'e>(&'e self, name: &str) -> impl Iterator<Item = &'e Element> + use<'e> {
        let name = name.to_owned();
        self.children.iter().filter(move |it| it.name == name)
    }

    /// The first of that name; a path has slashes.
    pub fn get(&self, path: &str) -> &Element {
        path.split('/').fold(self, |at, name| {
            at.all(name).next().unwrap_or_else(|| panic!("no {name} in {}", at.name))
        })
    }

    /// All of that name, at any depth.
    pub fn deep(&self, name: &str) -> Vec<&Element> {
        let mut found = Vec::new();
        for child in &self.children {
            if child.name == name {
                found.push(child);
            }
            found.extend(child.deep(name));
        }
        found
    }
}

/// Reads a file, or what is wrong with it.
pub(super) fn parse(text: &str) -> Result<Element, String> {
    let allowed = |it: char| matches!(it, '\t' | '\n' | '\r' | ' '..='\u{fffd}' | '\u{10000}'..);
    if let Some(odd) = text.chars().find(|it| !allowed(*it)) {
        return Err(format!("{odd:?} is not allowed"));
    }
    let rest = text.strip_prefix("<?xml version=\"1.0\" encoding=\"UTF-8\"?>").ok_or("no head")?;
    fragment(rest)
}

/// Reads one element.
pub(super) fn fragment(text: &str) -> Result<Element, String> {
    let mut rest = text.trim_start();
    let root = element(&mut rest)?;
    if rest.trim().is_empty() { Ok(root) } else { Err(format!("more behind the root: {rest:.40}")) }
}

fn element(rest: &mut &str) -> Result<Element, String> {
    *rest = rest.strip_prefix('<').ok_or("no element")?;
    let mut it = Element { name: name(rest)?, ..Element::default() };
    loop {
        let spaced = rest.starts_with([' ', '\n']);
        *rest = rest.trim_start();
        if let Some(behind) = rest.strip_prefix("/>") {
            *rest = behind;
            return Ok(it);
        }
        if let Some(behind) = rest.strip_prefix('>') {
            *rest = behind;
            break;
        }
        let attribute = name(rest)?;
        if !spaced || it.attribute(&attribute).is_some() {
            return Err(format!("attribute {attribute}"));
        }
        *rest = rest.strip_prefix("=\"").ok_or("no value")?;
        let (value, behind) = rest.split_once('"').ok_or("no end of a value")?;
        it.attributes.push((attribute, words(value)?));
        *rest = behind;
    }
    loop {
        let end = rest.find('<').ok_or_else(|| format!("no end of {}", it.name))?;
        it.words.push_str(&words(&rest[..end])?);
        *rest = &rest[end..];
        if let Some(behind) = rest.strip_prefix("</") {
            *rest = behind;
            let name = name(rest)?;
            *rest = rest.strip_prefix('>').ok_or("no end of an end")?;
            return if name == it.name { Ok(it) } else { Err(format!("{name} ends {}", it.name)) };
        }
        it.children.push(element(rest)?);
    }
}

fn name(rest: &mut &str) -> Result<String, String> {
    let of_name = |it: char| it.is_ascii_alphanumeric() || matches!(it, '-' | '_' | '.' | ':');
    let end = rest.find(|it| !of_name(it)).unwrap_or(rest.len());
    let (name, behind) = rest.split_at(end);
    *rest = behind;
    if name.starts_with(|it: char| it.is_ascii_alphabetic() || it == '_') {
        Ok(name.to_owned())
    } else {
        Err(format!("{name:?} is no name, before {behind:.40}"))
    }
}

/// Words with their entities resolved.
fn words(text: &str) -> Result<String, String> {
    if text.contains('<') || text.contains("]]>") {
        return Err(format!("unescaped: {text}"));
    }
    let mut out = String::new();
    let mut rest = text;
    while let Some((before, behind)) = rest.split_once('&') {
        out.push_str(before);
        let (entity, behind) = behind.split_once(';').ok_or("no end of an entity")?;
        let number = entity.strip_prefix('#').and_then(|it| it.parse().ok());
        out.push(match entity {
            "amp" => '&',
            "lt" => '<',
            "gt" => '>',
            "quot" => '"',
            _ => number.and_then(char::from_u32).ok_or_else(|| format!("entity {entity}"))?,
        });
        rest = behind;
    }
    out.push_str(rest);
    Ok(out)
}

#[test]
fn mistakes_are_found() {
    let head = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>";
    for right in ["<a/>", "<a b=\"&amp;&#123;\">x<b/>&lt;y</a>\n"] {
        assert!(parse(&[head, right].concat()).is_ok(), "{right}");
    }
    for wrong in [
        "",
        "a",
        "<a>",
        "<a></b>",
        "<a><b></a></b>",
        "<a/><a/>",
        "<a>&nbsp;</a>",
        "<a>&</a>",
        "<a b=\"1\" b=\"2\"/>",
        "<a b=1/>",
        "<a b=\"<\"/>",
        "<a b=\"1\"c=\"2\"/>",
        "<1/>",
        "<a>]]></a>",
        "<a>\u{1}</a>",
        "<a>\u{fffe}</a>",
    ] {
        assert!(parse(&[head, wrong].concat()).is_err(), "{wrong}");
    }
}
