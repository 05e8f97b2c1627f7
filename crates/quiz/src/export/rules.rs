//! What rules of QTI make of an answer, after the specification of their operators.

use super::well_formed::Element;
use std::collections::BTreeMap;

/// A value of a variable: none, one, or several in their order.
pub(super) type Value = Vec<String>;

/// What an answer comes to.
pub(super) struct Outcome {
    pub score: f64,
    pub feedback: Value,
}

/// Runs an item's rules on answers, by the names of their variables.
pub(super) fn run(item: &Element, answers: &BTreeMap<String, Value>) -> Outcome {
    let mut variables = answers.clone();
    variables.insert("SCORE".to_owned(), vec!["0".to_owned()]);
    let mut run = Run { item, variables };
    for rule in &item.get("responseProcessing").children {
        run.rule(rule);
    }
    let score = run.variables["SCORE"][0].parse().unwrap();
    Outcome { score, feedback: run.variables.remove("FEEDBACK").unwrap_or_default() }
}

struct Run<'e> {
    item: &'e Element,
    variables: BTreeMap<String, Value>,
}

impl Run<'_> {
    fn rule(&mut self, rule: &Element) {
        match rule.name.as_str() {
            "setOutcomeValue" => {
                let value = self.value(&rule.children[0]);
                self.variables.insert(rule.attribute("identifier").unwrap().to_owned(), value);
            }
            "responseCondition" => {
                let [condition, then] = rule.get("responseIf").children.as_slice() else {
                    panic!("a condition and a rule");
                };
                if self.value(condition) == ["true"] {
                    self.rule(then);
                }
            }
            other => panic!("{other}"),
        }
    }

    /// A null truth is no value.
    fn value(&self, of: &Element) -> Value {
        let one = |it: &str| vec![it.to_owned()];
        let truth = |it: bool| one(if it { "true" } else { "false" });
        let inner: Vec<Value> = of.children.iter().map(|it| self.value(it)).collect();
        let number = |it: &Value| it.first().map(|it| it.parse::<f64>().unwrap());
        let name = of.attribute("identifier").unwrap_or_default();
        match (of.name.as_str(), inner.as_slice()) {
            ("baseValue", []) => one(&of.words),
            ("variable", []) => self.variables.get(name).cloned().unwrap_or_default(),
            ("mapResponse", []) => {
                let mut given = self.variables.get(name).cloned().unwrap_or_default();
                given.sort();
                given.dedup();
                let mapping = self.declared(name).get("mapping");
                let worth = |it: &String| {
                    let entry = mapping.all("mapEntry").find(|e| e.attribute("mapKey") == Some(it));
                    entry.map_or(0.0, |it| it.attribute("mappedValue").unwrap().parse().unwrap())
                };
                one(&given.iter().map(worth).sum::<f64>().to_string())
            }
            ("sum", terms) => {
                let sum: Option<f64> = terms.iter().map(number).sum();
                sum.map(|it| it.to_string()).into_iter().collect()
            }
            ("isNull", [it]) => truth(it.is_empty()),
            ("not", [it]) => it.iter().map(|it| (it != "true").to_string()).collect(),
            ("and" | "or", all) => {
                let decisive = one(if of.name == "or" { "true" } else { "false" });
                let decided = all.contains(&decisive);
                match all.iter().any(Vec::is_empty) {
                    true if !decided => Vec::new(),
                    _ => truth(decided == (of.name == "or")),
                }
            }
            (_, all) if all.iter().any(Vec::is_empty) && of.name != "multiple" => Vec::new(),
            ("member", [it, all]) => truth(all.contains(&it[0])),
            ("match", [it, other]) => truth(it == other),
            ("ordered" | "multiple", all) => all.concat(),
            // Of ordered ones: stands within it without a gap.
            ("contains", [all, part]) => truth(all.windows(part.len()).any(|it| it == part)),
            ("index", [all]) => {
                let at: usize = of.attribute("n").unwrap().parse().unwrap();
                all.get(at - 1).cloned().into_iter().collect()
            }
            ("gte", [it, other]) => truth(number(it) >= number(other)),
            ("lte", [it, other]) => truth(number(it) <= number(other)),
            ("lt", [it, other]) => truth(number(it) < number(other)),
            (other, _) => panic!("{other}"),
        }
    }

    fn declared(&self, name: &str) -> &Element {
        let mut all = self.item.all("responseDeclaration");
        all.find(|it| it.attribute("identifier") == Some(name)).unwrap()
    }
}
