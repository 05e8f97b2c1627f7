//! A session with the platform: the calls from its start to its end, and what went wrong.
//!
//! Nothing that the platform does can stop the page: what it refuses is noted, once for each matter,
//! and the session goes on with the rest.

use crate::cmi;
use crate::interaction::Interaction;

/// The functions that a platform offers.
pub trait Api {
    /// Calls one of them, and gives what it returned; none where there is no such function, or where it
    /// threw.
    fn call(&self, function: &str, arguments: &[&str]) -> Option<String>;
}

/// What the platform says that went wrong.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ErrorCode {
    /// It did not answer, or not in the standard's way.
    NoAnswer,
    /// 101: something, it does not say what.
    General,
    /// 201: an argument that it does not know.
    Argument,
    /// 202: a list was asked for where there is none.
    NoChildren,
    /// 203: a count was asked for where there is none.
    NoCount,
    /// 301: the session has not begun, or is over.
    NotInitialized,
    /// 401: it does not have this.
    NotImplemented,
    /// 402: a word of the standard's own was to be written.
    Keyword,
    /// 403: it may only be read.
    ReadOnly,
    /// 404: it may only be written.
    WriteOnly,
    /// 405: a value in a form that it does not take.
    WrongType,
    /// Some other code.
    Other(u32),
}

impl ErrorCode {
    /// What a code means; none where nothing went wrong.
    pub fn of(code: u32) -> Option<Self> {
        Some(match code {
            0 => return None,
            101 => Self::General,
            201 => Self::Argument,
            202 => Self::NoChildren,
            203 => Self::NoCount,
            301 => Self::NotInitialized,
            401 => Self::NotImplemented,
            402 => Self::Keyword,
            403 => Self::ReadOnly,
            404 => Self::WriteOnly,
            405 => Self::WrongType,
            other => Self::Other(other),
        })
    }
}

/// What the platform is asked for, or told.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Matter {
    /// The start of the session.
    Start,
    /// Where the reader stopped.
    Place,
    /// What was read and answered.
    Data,
    /// Whether the work is completed.
    Status,
    /// The score.
    Score,
    /// How long it took.
    Time,
    /// Single answers.
    Answers,
    /// Keeping what was told.
    Keeping,
    /// The end of the session.
    End,
}

/// Something that went wrong.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Fault {
    /// In which matter.
    pub matter: Matter,
    /// What the platform says about it.
    pub code: ErrorCode,
}

/// A session.
#[derive(Debug)]
pub struct Session<A> {
    api: A,
    /// What was told last, by element.
    told: Vec<(&'static str, String)>,
    /// How many answers the platform has.
    answers: u32,
    /// Whether something was told that it has not been asked to keep.
    unkept: bool,
    over: bool,
    faults: Vec<Fault>,
}

impl<A: Api> Session<A> {
    /// Begins a session.
    ///
    /// # Errors
    /// When the platform does not: then it is told nothing.
    pub fn begin(api: A) -> Result<Self, Fault> {
        let mut session = Self {
            api,
            told: Vec::new(),
            answers: 0,
            unkept: false,
            over: false,
            faults: Vec::new(),
        };
        if !session.done(Matter::Start, "LMSInitialize", &[""]) {
            // Some platforms begin by themselves, and refuse to begin twice.
            let begun = session.ask(element::STUDENT).is_some();
            let code = session.faults.pop().map_or(ErrorCode::NoAnswer, |fault| fault.code);
            if !begun {
                return Err(Fault { matter: Matter::Start, code });
            }
        }
        session.answers =
            session.ask("cmi.interactions._count").and_then(|it| it.parse().ok()).unwrap_or(0);
        Ok(session)
    }

    /// What the platform holds; empty where it holds nothing.
    pub fn read(&mut self, matter: Matter, element: &str) -> String {
        match self.api.call("LMSGetValue", &[element]) {
            Some(value) => {
                self.note(matter);
                value
            }
            None => {
                self.fault(matter, ErrorCode::NoAnswer);
                String::new()
            }
        }
    }

    /// What the platform holds of what it need not have; none where it does not.
    pub fn ask(&self, element: &str) -> Option<String> {
        let value = self.api.call("LMSGetValue", &[element])?;
        self.error().is_none().then_some(value).filter(|it| !it.is_empty())
    }

    /// Tells the platform a value, unless it was told the same last.
    pub fn tell(&mut self, matter: Matter, element: &'static str, value: &str) {
        let last = self.told.iter().position(|(name, _)| *name == element);
        let is_same = last.and_then(|at| self.told.get(at)).is_some_and(|(_, it)| it == value);
        if is_same || self.over || !self.set(matter, element, value) {
            return;
        }
        if let Some(told) = last.and_then(|at| self.told.get_mut(at)) {
            value.clone_into(&mut told.1);
        } else {
            self.told.push((element, value.to_owned()));
        }
    }

    /// Tells the platform an answer, unless it does not take answers.
    pub fn tell_answer(&mut self, answer: &Interaction) {
        if self.over || self.has_failed(Matter::Answers) {
            return;
        }
        let weighting = answer.weighting.to_string();
        let values = [
            // The standard wants the id first.
            ("id", answer.id.as_str()),
            ("type", answer.kind),
            ("objectives.0.id", &answer.objective),
            ("time", &answer.time),
            ("correct_responses.0.pattern", &answer.pattern),
            ("weighting", &weighting),
            ("student_response", &answer.response),
            ("result", answer.result),
            ("latency", &answer.latency),
        ];
        let start = ["cmi.interactions.", &self.answers.to_string(), "."].concat();
        for (name, value) in values {
            if !value.is_empty() && !self.set(Matter::Answers, &[&start, name].concat(), value) {
                // The others would be refused as well.
                if name == "id" {
                    return;
                }
            }
        }
        self.answers += 1;
    }

    /// Asks the platform to keep what it was told, if there is anything new.
    pub fn keep(&mut self) {
        if self.unkept && !self.over {
            self.unkept = !self.done(Matter::Keeping, "LMSCommit", &[""]);
        }
    }

    /// Ends the session, once.
    pub fn end(&mut self) {
        if !self.over {
            self.keep();
            self.done(Matter::End, "LMSFinish", &[""]);
            self.over = true;
        }
    }

    /// Whether it is over.
    pub fn is_over(&self) -> bool {
        self.over
    }

    /// What went wrong so far: of each matter what was first.
    pub fn faults(&self) -> &[Fault] {
        &self.faults
    }

    /// Whether anything went wrong in a matter.
    pub fn has_failed(&self, matter: Matter) -> bool {
        self.faults.iter().any(|fault| fault.matter == matter)
    }

    fn set(&mut self, matter: Matter, element: &str, value: &str) -> bool {
        let done = self.done(matter, "LMSSetValue", &[element, value]);
        self.unkept |= done;
        done
    }

    /// Calls a function that says whether it worked, and notes what went wrong.
    fn done(&mut self, matter: Matter, function: &str, arguments: &[&str]) -> bool {
        let said = self.api.call(function, arguments);
        // Some platforms return a truth value where the standard has a word for it.
        let worked = said.as_deref() == Some("true");
        match (worked, said.is_some()) {
            (true, _) => self.note(matter),
            (false, true) => {
                let code = self.error().unwrap_or(ErrorCode::General);
                self.fault(matter, code);
            }
            (false, false) => self.fault(matter, ErrorCode::NoAnswer),
        }
        worked
    }

    /// Notes what the platform says of the last call, also where that seemed to work.
    fn note(&mut self, matter: Matter) {
        if let Some(code) = self.error() {
            self.fault(matter, code);
        }
    }

    fn error(&self) -> Option<ErrorCode> {
        let code = self.api.call("LMSGetLastError", &[])?;
        ErrorCode::of(code.trim().parse().ok()?)
    }

    fn fault(&mut self, matter: Matter, code: ErrorCode) {
        if !self.has_failed(matter) {
            self.faults.push(Fault { matter, code });
        }
    }
}

/// Elements that are read and told.
pub mod element {
    /// Who learns, by a name of the platform's own.
    pub const STUDENT: &str = "cmi.core.student_id";
    /// Whether the work counts, is looked at, or is reviewed.
    pub const MODE: &str = "cmi.core.lesson_mode";
    /// Where the reader stopped.
    pub const PLACE: &str = "cmi.core.lesson_location";
    /// How far the work is.
    pub const STATUS: &str = "cmi.core.lesson_status";
    /// The score, from the least to the most that there is.
    pub const SCORE: [&str; 3] = ["cmi.core.score.raw", "cmi.core.score.min", "cmi.core.score.max"];
    /// How the session ended.
    pub const EXIT: &str = "cmi.core.exit";
    /// How long it took.
    pub const TIME: &str = "cmi.core.session_time";
    /// What was read and answered.
    pub const DATA: &str = "cmi.suspend_data";
    /// What the course says to the page.
    pub const LAUNCH: &str = "cmi.launch_data";
}

/// Tells how long a session has taken, in hundredths of a second, and that it is to be gone on with:
/// otherwise a platform may forget what it was told.
pub fn tell_time<A: Api>(session: &mut Session<A>, hundredths: u64) {
    session.tell(Matter::Time, element::TIME, &cmi::timespan(hundredths));
    session.tell(Matter::End, element::EXIT, "suspend");
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::cell::RefCell;
    use std::collections::BTreeMap;

    /// A platform that holds values, and fails where it is told to.
    #[derive(Debug, Default)]
    struct Platform {
        held: RefCell<BTreeMap<String, String>>,
        calls: RefCell<Vec<String>>,
        last: RefCell<u32>,
        /// What begins like this fails with this code.
        fails: Vec<(&'static str, u32)>,
        /// These functions are not there.
        lacks: Vec<&'static str>,
        /// Whether it says that it worked even where it did not.
        polite: bool,
    }

    impl Api for &Platform {
        fn call(&self, function: &str, arguments: &[&str]) -> Option<String> {
            if self.lacks.contains(&function) {
                return None;
            }
            if function == "LMSGetLastError" {
                return Some(self.last.borrow().to_string());
            }
            let call = [&[function], arguments].concat().join(" ");
            let code = self.fails.iter().find(|(start, _)| call.contains(start));
            let code = code.map_or(0, |(_, code)| *code);
            *self.last.borrow_mut() = code;
            self.calls.borrow_mut().push(call);
            match (function, arguments) {
                ("LMSGetValue", [element]) => {
                    let held = self.held.borrow().get(*element).cloned();
                    return Some(held.filter(|_| code == 0).unwrap_or_default());
                }
                ("LMSSetValue", [element, value]) if code == 0 => {
                    self.held.borrow_mut().insert((*element).to_owned(), (*value).to_owned());
                }
                _ => {}
            }
            Some((code == 0 || self.polite).to_string())
        }
    }

    fn calls_of(platform: &Platform, function: &str) -> usize {
        platform.calls.borrow().iter().filter(|it| it.starts_with(function)).count()
    }

    #[test]
    fn a_session_tells_what_is_new_and_ends_once() {
        let platform = Platform::default();
        let mut session = Session::begin(&platform).unwrap();
        session.tell(Matter::Status, element::STATUS, "incomplete");
        session.tell(Matter::Status, element::STATUS, "incomplete");
        session.keep();
        session.keep();
        assert_eq!(calls_of(&platform, "LMSSetValue"), 1);
        assert_eq!(calls_of(&platform, "LMSCommit"), 1);
        tell_time(&mut session, 6150);
        session.end();
        session.end();
        session.tell(Matter::Status, element::STATUS, "completed");
        session.tell_answer(&Interaction { id: "q".into(), ..Interaction::default() });
        session.keep();
        assert_eq!(calls_of(&platform, "LMSFinish"), 1);
        assert_eq!(calls_of(&platform, "LMSCommit"), 2);
        let held = platform.held.borrow();
        assert_eq!(held[element::TIME], "0000:01:01.50");
        assert_eq!(held[element::EXIT], "suspend");
        assert_eq!(held[element::STATUS], "incomplete");
        assert!(session.is_over() && session.faults().is_empty());
    }

    #[test]
    fn a_platform_that_does_not_begin_is_told_nothing() {
        let platform = Platform { fails: vec![("LMSInitialize", 101)], ..Platform::default() };
        let fault = Session::begin(&platform).err();
        assert_eq!(fault, Some(Fault { matter: Matter::Start, code: ErrorCode::General }));
        assert_eq!(calls_of(&platform, "LMSSetValue"), 0);
        let platform = Platform { lacks: vec!["LMSInitialize"], ..Platform::default() };
        let fault = Session::begin(&platform).err();
        assert_eq!(fault, Some(Fault { matter: Matter::Start, code: ErrorCode::NoAnswer }));
    }

    #[test]
    fn a_platform_that_has_begun_by_itself_is_gone_on_with() {
        let platform = Platform { fails: vec![("LMSInitialize", 101)], ..Platform::default() };
        platform.held.borrow_mut().insert(element::STUDENT.into(), "ana".into());
        let mut session = Session::begin(&platform).unwrap();
        session.tell(Matter::Status, element::STATUS, "incomplete");
        assert_eq!(platform.held.borrow()[element::STATUS], "incomplete");
        assert!(session.faults().is_empty());
    }

    #[test]
    fn each_code_is_noted_once_and_stops_nothing() {
        for code in [101, 201, 202, 203, 301, 401, 402, 403, 404, 405, 999] {
            for polite in [false, true] {
                let fails = vec![("score", code), ("LMSCommit", code), ("lesson_location", code)];
                let platform = Platform { fails, polite, ..Platform::default() };
                let mut session = Session::begin(&platform).unwrap();
                assert_eq!(session.read(Matter::Place, element::PLACE), "");
                for element in element::SCORE {
                    session.tell(Matter::Score, element, "50");
                }
                session.tell(Matter::Data, element::DATA, "1abc");
                session.keep();
                session.end();
                let code = ErrorCode::of(code).unwrap();
                let matters: Vec<Matter> = session.faults().iter().map(|it| it.matter).collect();
                assert_eq!(matters, [Matter::Place, Matter::Score, Matter::Keeping]);
                assert!(session.faults().iter().all(|it| it.code == code));
                assert_eq!(platform.held.borrow()[element::DATA], "1abc");
                assert_eq!(calls_of(&platform, "LMSFinish"), 1);
            }
        }
    }

    #[test]
    fn answers_go_on_behind_those_that_the_platform_has() {
        let platform = Platform::default();
        platform.held.borrow_mut().insert("cmi.interactions._count".into(), "2".into());
        let mut session = Session::begin(&platform).unwrap();
        let answer = Interaction {
            id: "q".into(),
            kind: "choice",
            response: "a".into(),
            weighting: 1,
            ..Interaction::default()
        };
        session.tell_answer(&answer);
        session.tell_answer(&answer);
        let held = platform.held.borrow();
        for at in [2, 3] {
            assert_eq!(held[&format!("cmi.interactions.{at}.student_response")], "a");
            assert_eq!(held[&format!("cmi.interactions.{at}.weighting")], "1");
            assert!(!held.contains_key(&format!("cmi.interactions.{at}.latency")));
        }
        let first = platform.calls.borrow();
        let first = first.iter().find(|it| it.contains("interactions.2")).unwrap();
        assert_eq!(first, "LMSSetValue cmi.interactions.2.id q");
    }

    #[test]
    fn a_platform_without_answers_is_asked_once() {
        let platform = Platform { fails: vec![("cmi.interactions", 401)], ..Platform::default() };
        let mut session = Session::begin(&platform).unwrap();
        let answer = Interaction { id: "q".into(), ..Interaction::default() };
        session.tell_answer(&answer);
        session.tell_answer(&answer);
        assert_eq!(calls_of(&platform, "LMSSetValue"), 1);
        let fault = Fault { matter: Matter::Answers, code: ErrorCode::NotImplemented };
        assert_eq!(session.faults(), [fault]);
    }

    #[test]
    fn what_it_need_not_have_is_no_fault() {
        let platform = Platform { fails: vec![("launch_data", 401)], ..Platform::default() };
        let session = Session::begin(&platform).unwrap();
        assert_eq!(session.ask(element::LAUNCH), None);
        assert!(session.faults().is_empty());
    }

    #[test]
    fn a_platform_that_says_nothing_of_errors_is_believed() {
        let platform = Platform { lacks: vec!["LMSGetLastError"], ..Platform::default() };
        let mut session = Session::begin(&platform).unwrap();
        session.tell(Matter::Data, element::DATA, "1abc");
        session.end();
        assert!(session.faults().is_empty());
    }
}
