//! What reading aloud does next: events in, commands out, without a voice.

/// Where the reading stands.
#[derive(Debug)]
pub(super) struct Player {
    /// For each part that a voice speaks at once, the sentence that it belongs to; in order.
    sentence_of: Vec<usize>,
    at: usize,
    paused: bool,
}

/// What happens to the reading.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Event {
    /// A part was spoken to its end.
    Spoken,
    /// The part that is being spoken broke off.
    BrokenOff,
    /// The reader wants silence, or wants it to go on after that.
    PauseOrGoOn,
    /// The reader wants the sentence before this one.
    Back,
    /// The reader wants the sentence after this one.
    Next,
    /// The voice or its speed is another now.
    VoiceChanged,
}

/// What is to be done.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Command {
    /// Speak the part at [`Player::at`], and nothing else.
    Speak,
    /// Be silent, and show where the reading stands.
    Wait,
    /// There is no more to read.
    Finish,
}

impl Player {
    /// A reading at its beginning.
    pub(super) fn new(sentence_of: Vec<usize>) -> Self {
        Self { sentence_of, at: 0, paused: false }
    }

    /// The part that is spoken, or will be.
    pub(super) fn at(&self) -> usize {
        self.at
    }

    /// The sentence that is spoken, or will be; none in an empty reading.
    pub(super) fn sentence(&self) -> Option<usize> {
        self.sentence_of.get(self.at).copied()
    }

    /// Whether the reader is to be told to go on.
    pub(super) fn is_paused(&self) -> bool {
        self.paused
    }

    /// What an event leads to.
    pub(super) fn on(&mut self, event: Event) -> Command {
        match event {
            // An ending that was on its way when the reader paused.
            Event::Spoken if self.paused => {}
            Event::Spoken => self.at += 1,
            Event::BrokenOff => self.paused = true,
            Event::PauseOrGoOn => {
                self.paused = !self.paused;
                // A voice that begins anew begins with a whole sentence.
                self.at = self.first_part_of(self.sentence());
            }
            Event::Back => {
                let before = self.sentence().and_then(|it| it.checked_sub(1));
                self.at = self.first_part_of(before);
            }
            Event::Next => {
                let next = self.sentence().map(|it| it + 1);
                self.at = self
                    .sentence_of
                    .iter()
                    .position(|it| Some(*it) >= next)
                    .unwrap_or(self.sentence_of.len());
            }
            Event::VoiceChanged => {}
        }
        if self.at >= self.sentence_of.len() {
            Command::Finish
        } else if self.paused {
            Command::Wait
        } else {
            Command::Speak
        }
    }

    fn first_part_of(&self, sentence: Option<usize>) -> usize {
        self.sentence_of.iter().position(|it| Some(*it) == sentence).unwrap_or(0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    /// Three sentences, the second of them in two parts.
    fn player() -> Player {
        Player::new(vec![0, 1, 1, 2])
    }

    #[test]
    fn it_goes_on_by_itself_to_the_end() {
        let mut player = player();
        for part in 1..4 {
            assert_eq!(player.on(Event::Spoken), Command::Speak);
            assert_eq!(player.at(), part);
        }
        assert_eq!(player.on(Event::Spoken), Command::Finish);
        assert_eq!(Player::new(Vec::new()).on(Event::VoiceChanged), Command::Finish);
    }

    #[test]
    fn after_a_pause_the_sentence_begins_anew() {
        let mut player = player();
        player.on(Event::Spoken);
        player.on(Event::Spoken);
        assert_eq!(player.at(), 2);
        assert_eq!(player.on(Event::PauseOrGoOn), Command::Wait);
        assert_eq!(player.on(Event::Spoken), Command::Wait);
        assert_eq!(player.on(Event::PauseOrGoOn), Command::Speak);
        assert_eq!(player.at(), 1);
    }

    #[test]
    fn steps_go_by_whole_sentences_and_keep_a_pause() {
        let mut player = player();
        assert_eq!(player.on(Event::Back), Command::Speak);
        assert_eq!(player.at(), 0);
        player.on(Event::Next);
        player.on(Event::Spoken);
        assert_eq!((player.on(Event::Next), player.at()), (Command::Speak, 3));
        assert_eq!((player.on(Event::Back), player.at()), (Command::Speak, 1));
        player.on(Event::PauseOrGoOn);
        assert_eq!((player.on(Event::Next), player.at()), (Command::Wait, 3));
        assert_eq!(player.on(Event::Next), Command::Finish);
    }

    #[test]
    fn a_voice_that_breaks_off_waits_for_the_reader() {
        let mut player = player();
        assert_eq!(player.on(Event::BrokenOff), Command::Wait);
        assert!(player.is_paused());
        assert_eq!(player.on(Event::VoiceChanged), Command::Wait);
        assert_eq!(player.on(Event::PauseOrGoOn), Command::Speak);
    }

    proptest! {
        #[test]
        fn only_what_is_there_is_spoken(steps in proptest::collection::vec(0..6, 0..60), counts in proptest::collection::vec(1usize..4, 0..8)) {
            let parts: Vec<usize> = counts.iter().enumerate().flat_map(|(at, count)| vec![at; *count]).collect();
            let all = parts.len();
            let mut player = Player::new(parts);
            for step in steps {
                let event = match step {
                    0 => Event::Spoken,
                    1 => Event::BrokenOff,
                    2 => Event::PauseOrGoOn,
                    3 => Event::Back,
                    4 => Event::Next,
                    _ => Event::VoiceChanged,
                };
                match player.on(event) {
                    Command::Finish => { prop_assert!(player.at() >= all); break; }
                    Command::Speak => prop_assert!(!player.is_paused() && player.sentence().is_some()),
                    Command::Wait => prop_assert!(player.is_paused() && player.sentence().is_some()),
                }
            }
        }
    }
}
