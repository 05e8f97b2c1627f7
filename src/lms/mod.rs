//! The page in a learning platform, by SCORM 1.2.

pub mod suspend;
