//! Papers, answers and grading.
