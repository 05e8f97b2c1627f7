//! The web server: files of a folder, and a stream that tells the browser of new ones.

use std::convert::Infallible;
use std::net::TcpListener;
use std::path::PathBuf;

use anyhow::{Context, Result};
use axum::Router;
use axum::http::{HeaderValue, header};
use axum::response::Sse;
use axum::response::sse::{Event, KeepAlive};
use axum::routing::get;
use tokio::sync::watch;
use tokio_stream::wrappers::WatchStream;
use tokio_stream::{Stream, StreamExt};
use tower_http::services::ServeDir;
use tower_http::set_header::SetResponseHeaderLayer;

use crate::workspace;

/// A running server.
pub(super) struct Server {
    version: watch::Sender<u128>,
}

/// Starts it on a thread of its own.
pub(super) fn start(listener: TcpListener, folder: PathBuf) -> Result<Server> {
    listener.set_nonblocking(true)?;
    let runtime = tokio::runtime::Builder::new_current_thread()
        .enable_all()
        .build()
        .context("cannot start the server")?;
    // The time, so that a page that outlived an earlier server sees another version.
    let (version, versions) = watch::channel(now());
    std::thread::spawn(move || {
        runtime.block_on(async move {
            let served = match tokio::net::TcpListener::from_std(listener) {
                Ok(listener) => axum::serve(listener, router(folder, versions)).await,
                Err(error) => Err(error),
            };
            if let Err(error) = served {
                println!("error: the server ended: {error}");
            }
        });
    });
    Ok(Server { version })
}

impl Server {
    /// Tells every open page that there is a new one.
    pub(super) fn changed(&self) {
        self.version.send_replace(now());
    }
}

fn router(folder: PathBuf, versions: watch::Receiver<u128>) -> Router {
    Router::new()
        .route("/__version", get(move || stream(versions.clone())))
        .nest_service("/public", ServeDir::new(workspace::path("public")))
        .fallback_service(ServeDir::new(folder))
        .layer(SetResponseHeaderLayer::overriding(
            header::CACHE_CONTROL,
            HeaderValue::from_static("no-store"),
        ))
}

/// The page's version: the present one at once, then each new one.
async fn stream(
    versions: watch::Receiver<u128>,
) -> Sse<impl Stream<Item = Result<Event, Infallible>>> {
    let events =
        WatchStream::new(versions).map(|version| Ok(Event::default().data(version.to_string())));
    Sse::new(events).keep_alive(KeepAlive::default())
}

fn now() -> u128 {
    let time = std::time::SystemTime::now().duration_since(std::time::UNIX_EPOCH);
    time.map_or(0, |time| time.as_nanos())
}
