//! Words of the projector.

/// Words of the projector.
pub struct ProjectorMessages {
    /// Heading of the projector, and the link to it.
    pub heading: &'static str,
    /// What it is for, and how it is used.
    pub introduction: &'static str,
    /// Said where an address names a chapter or a paper that there is not.
    pub no_such_show: &'static str,
    /// Heading of the chapters to choose from.
    pub choose_chapter: &'static str,
    /// Label of the field for the code of a paper.
    pub paper_code: &'static str,
    /// Opens the show of a paper.
    pub show_paper: &'static str,
    /// Leads from a paper, or the desk, to the projector.
    pub on_projector: &'static str,

    /// Names what the class sees.
    pub stage: &'static str,
    /// Names the controls.
    pub controls: &'static str,
    /// One step on.
    pub next: &'static str,
    /// One step back.
    pub back: &'static str,
    /// Names the list of steps.
    pub go_to: &'static str,
    /// "Step 3 of 26".
    pub step_of: fn(usize, usize) -> String,
    /// The same, said with the heading of the step.
    pub step_said: fn(usize, usize, &str) -> String,
    /// A passage in several parts: its heading, the part, of how many.
    pub part: fn(&str, usize, usize) -> String,
    /// A step of the map.
    pub map_in: fn(i16) -> String,
    /// Shows the answer.
    pub answer: &'static str,
    /// Blanks the screen.
    pub blank: &'static str,
    /// Shows the screen again.
    pub show_again: &'static str,
    /// Shows the whole screen.
    pub full_screen: &'static str,
    /// Said where the browser does not give the whole screen.
    pub no_full_screen: &'static str,
    /// Opens the list of keys.
    pub keys: &'static str,
    /// What keys do: the keys, and what they do.
    pub all_keys: [(&'static str, &'static str); 10],
    /// Said where letters are switched off.
    pub no_letters: &'static str,
    /// Ends the show.
    pub end: &'static str,
    /// How many questions a paper has.
    pub questions: fn(usize) -> String,
    /// Stands in the place of a part that is not there yet.
    pub coming: &'static str,

    /// One hand more for an option, by its letter.
    pub hand_up: fn(char) -> String,
    /// One hand less for an option, by its letter.
    pub hand_down: fn(char) -> String,
    /// How many hands were raised for an option.
    pub hands: fn(u8) -> String,
    /// Puts all hands down.
    pub hands_down: &'static str,

    /// Names the timer.
    pub timer: &'static str,
    /// Label of the field for minutes.
    pub minutes: &'static str,
    /// Starts the timer.
    pub start: &'static str,
    /// Stops the timer.
    pub stop: &'static str,
    /// Lets the timer go on.
    pub go_on: &'static str,
    /// Sets the timer to its beginning.
    pub reset: &'static str,
    /// Said when the timer starts: whole minutes and seconds that are left.
    pub timer_runs: fn(u16, u16) -> String,
    /// Said when the timer stops.
    pub timer_stopped: &'static str,
    /// Said when a minute is left.
    pub minute_left: &'static str,
    /// Said when no time is left.
    pub time_up: &'static str,

    /// Opens the second window.
    pub second_window: &'static str,
    /// Said when the second window was opened, and has not answered yet.
    pub window_opened: &'static str,
    /// Said when the browser let no window be opened.
    pub window_refused: &'static str,
    /// Said while both windows are in step.
    pub in_step: &'static str,
    /// Said where a window that was opened does not answer.
    pub not_in_step: &'static str,
    /// Said when the second window is gone.
    pub window_gone: &'static str,
    /// Said in the second window when the first is gone.
    pub desk_gone: &'static str,
    /// Heading of what only the teacher sees.
    pub notes: &'static str,
    /// Before what comes next.
    pub comes_next: &'static str,
    /// Said where nothing comes.
    pub nothing_next: &'static str,
    /// Heading of the answer for the teacher.
    pub key: &'static str,
    /// Said while the screen is blank.
    pub is_blank: &'static str,
}

pub(super) static ENGLISH: ProjectorMessages = ProjectorMessages {
    heading: "Projector",
    introduction: "One step at a time, in type that is read from the back of a room: the passages of a \
                   chapter, the map year by year, the questions. Answers stay hidden until you ask \
                   for them. With a second window the class sees the step, and you see what comes next.",
    no_such_show: "This address names no chapter of this story, and no paper. Choose one here.",
    choose_chapter: "Show a chapter",
    paper_code: "Or the questions of a paper, by its code",
    show_paper: "Show the paper",
    on_projector: "Show it on a projector",

    stage: "What the class sees",
    controls: "Controls",
    next: "Next",
    back: "Back",
    go_to: "Go to",
    step_of: |at, all| format!("{at} / {all}"),
    step_said: |at, all, heading| format!("Step {at} of {all}: {heading}"),
    part: |heading, part, all| format!("{heading} ({part} of {all})"),
    map_in: |year| format!("The map in {year}"),
    answer: "Answer",
    blank: "Blank",
    show_again: "Show the screen again",
    full_screen: "Full screen",
    no_full_screen: "This browser does not give the whole screen. Try its own key for it, often F11.",
    keys: "Keys",
    all_keys: [
        ("\u{2192}, Page Down, Space", "next step"),
        ("\u{2190}, Page Up, Shift + Space", "step back"),
        ("Home, End", "first step, last step"),
        ("\u{2193}, \u{2191}", "on the map a year on, a year back; else scroll"),
        ("A", "show or hide the answer"),
        ("1 to 9, with Shift", "a hand more for A, B, C\u{2026}, a hand less"),
        ("B or .", "blank the screen, show it again"),
        ("T", "start the timer, stop it, go on"),
        ("E", "easier words, full words"),
        ("F", "full screen"),
    ],
    no_letters: "Single letters and digits are switched off in your settings.",
    end: "End",
    questions: |count| {
        if count == 1 { "1 question".to_owned() } else { format!("{count} questions") }
    },
    coming: "The questions are coming.",

    hand_up: |letter| format!("A hand more for {letter}"),
    hand_down: |letter| format!("A hand less for {letter}"),
    hands: |count| if count == 1 { "1 hand".to_owned() } else { format!("{count} hands") },
    hands_down: "All hands down",

    timer: "Timer",
    minutes: "Minutes",
    start: "Start",
    stop: "Stop",
    go_on: "Go on",
    reset: "Set again",
    timer_runs: |minutes, seconds| {
        let minutes = match minutes {
            0 => String::new(),
            1 => "1 minute ".to_owned(),
            more => format!("{more} minutes "),
        };
        let seconds = match seconds {
            0 => String::new(),
            1 => "1 second ".to_owned(),
            more => format!("{more} seconds "),
        };
        format!("The timer runs: {minutes}{seconds}left.")
    },
    timer_stopped: "The timer is stopped.",
    minute_left: "One minute left.",
    time_up: "Time is up",

    second_window: "Second window",
    window_opened: "A second window is opening. Move it to the projector, and press F in it.",
    window_refused: "The browser let no second window be opened. Allow pop-up windows for this page, \
                     then try again; or show this window itself.",
    in_step: "The second window is in step.",
    not_in_step: "The second window does not answer: this browser can’t keep the two in step. Show this \
                  window itself, or step through each by its own keys.",
    window_gone: "The second window is gone.",
    desk_gone: "The window with the controls is gone. The keys work here.",
    notes: "Only you see this",
    comes_next: "Next:",
    nothing_next: "This is the last step.",
    key: "The answer",
    is_blank: "The screen is blank.",
};
