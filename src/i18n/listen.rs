//! Words of reading aloud.

/// Words of reading aloud.
pub struct ListenMessages {
    /// Begins to read a passage aloud.
    pub heading: &'static str,
    /// Names the controls while something is read.
    pub controls: &'static str,
    /// Says what is read, by its heading.
    pub reading: fn(&str) -> String,
    /// Says that the reading waits.
    pub paused: &'static str,
    /// Lets the reading wait.
    pub pause: &'static str,
    /// Lets it go on.
    pub go_on: &'static str,
    /// One sentence back, in short and in full.
    pub back: [&'static str; 2],
    /// One sentence on, in short and in full.
    pub next: [&'static str; 2],
    /// Reads slower.
    pub slower: &'static str,
    /// Reads faster.
    pub faster: &'static str,
    /// Says how fast is read, by the name of the speed.
    pub speed: fn(&str) -> String,
    /// Labels the choice of voices.
    pub voice: &'static str,
    /// Ends the reading.
    pub stop: &'static str,
    /// Said when the chapter has been read.
    pub finished: &'static str,
    /// Said while the browser looks for its voices.
    pub looking: &'static str,
    /// Said where it has none, with what to do.
    pub no_voice: &'static str,
    /// Said when a voice breaks off.
    pub voice_failed: &'static str,
}

pub(super) static ENGLISH: ListenMessages = ListenMessages {
    heading: "Listen",
    controls: "Reading aloud",
    reading: |heading| ["Reading: ", heading].concat(),
    paused: "Paused",
    pause: "Pause",
    go_on: "Go on",
    back: ["Back", "Back one sentence"],
    next: ["Next", "Next sentence"],
    slower: "Slower",
    faster: "Faster",
    speed: |name| ["Speed ", name].concat(),
    voice: "Voice",
    stop: "Stop",
    finished: "The chapter has been read.",
    looking: "Looking for a voice.",
    no_voice: "This browser has no voice to read with. Add a voice in your device’s settings, under \
               text to speech, or open this page in another browser.",
    voice_failed: "The voice broke off. Choose another, or go on to try again.",
};
