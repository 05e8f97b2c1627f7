//! Starts the app in the browser.

fn main() {
    #[cfg(feature = "csr")]
    open_gates::shell::start();
}
