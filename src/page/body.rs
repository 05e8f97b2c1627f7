//! The body: shell, every page of the story, footer, and the banner for a failed start.

use crate::content::{QUESTIONS_ID, QUESTIONS_TEXT, story};
use crate::evidence::{ClaimsPage, DisputesPage, FurtherPage, SourcesPage};
use crate::glossary::GlossaryPage;
use crate::i18n::{messages, of_notes, of_projector, of_search, of_settings};
use crate::listen::ListenBar;
use crate::map::GroupList;
use crate::people::PeoplePage;
use crate::reader::{ChapterPage, HomePage};
use crate::settings::SettingsPage;
use crate::shell::Frame;
use crate::teach::TeachPage;
use crate::timeline::TimelinePage;
use leptos::prelude::*;

/// Everything between `<body>` and `</body>`.
pub(super) fn render() -> String {
    let owner = Owner::new();
    let html = owner.with(|| view! { <Frame/><Document/> }.to_html());
    // Marks for hydration are of use only where something hydrates.
    html.replace("<!>", "")
}

/// One page of the document, with the address that leads to it.
#[component]
fn Page(
    /// Name of the page, as `View::page` gives it.
    name: String,
    /// Its address, without the `#`; none for pages that no link leads to.
    #[prop(optional)]
    address: Option<String>,
    children: Children,
) -> impl IntoView {
    view! { <section class="page" data-page=name id=address>{children()}</section> }
}

#[component]
fn Document() -> impl IntoView {
    let t = messages();
    let chapters = story()
        .chapters
        .iter()
        .map(|chapter| {
            let name = format!("read/{}", chapter.id);
            view! {
                <Page name=name.clone() address=format!("/{name}")>
                    <ChapterPage chapter/>
                </Page>
            }
        })
        .collect_view();
    let page = |name: &str| (name.to_owned(), format!("/{name}"));
    let listed = |(name, address): (String, String), content: AnyView| {
        view! { <Page name address>{content}</Page> }
    };
    // What a script draws, and nothing stands for with scripts off.
    let tool = |name: &'static str, heading: &'static str| {
        view! {
            <Page name=name.to_owned() address=format!("/{name}")>
                <h1 tabindex="-1">{heading}</h1>
                <div id=format!("{name}-view")><p class="waiting">{t.needs_script}</p></div>
            </Page>
        }
    };
    view! {
        <div id="trouble" role="alert" hidden>
            <h2>{t.trouble_heading}</h2>
            <p>{t.trouble_text} " " <a href="">{t.reload}</a></p>
        </div>
        <main id="main" tabindex="-1">
            <Page name="home".to_owned() address="/".to_owned()>
                <HomePage/>
            </Page>
            {chapters}
            <Page name="map".to_owned() address="/map".to_owned()>
                <h1 tabindex="-1">{t.map}</h1>
                <p class="lead">{t.map_introduction}</p>
                <div id="map-view" class="map-place"><p class="waiting">{t.map_needs_script}</p></div>
                <GroupList/>
            </Page>
            {listed(page("timeline"), TimelinePage().into_any())}
            {listed(page("people"), PeoplePage().into_any())}
            {listed(page("glossary"), GlossaryPage().into_any())}
            <Page name="quiz".to_owned() address="/quiz".to_owned()>
                <h1 tabindex="-1">{t.quiz}</h1>
                <p class="lead">{t.quiz_introduction}</p>
                <div id="quiz-view"><p class="waiting">{t.quiz_needs_script}</p></div>
                <div class="later" id="later-questions">
                    <script type="text/plain" id=QUESTIONS_ID>{QUESTIONS_TEXT}</script>
                </div>
                <p class="waiting later-waiting">{t.quiz_waiting}</p>
            </Page>
            {tool("search", of_search().heading)}
            {tool("notes", of_notes().heading)}
            {tool("project", of_projector().heading)}
            {listed(page("settings"), SettingsPage().into_any())}
            {listed(page("disputes"), DisputesPage().into_any())}
            {listed(page("claims"), ClaimsPage().into_any())}
            {listed(page("sources"), SourcesPage().into_any())}
            {listed(page("further"), FurtherPage().into_any())}
            {listed(page("teach"), TeachPage().into_any())}
            <Page name="unknown".to_owned()>
                <h1 tabindex="-1">{t.not_found}</h1>
                <div id="unknown-view"></div>
            </Page>
        </main>
        <footer class="footer">
            <p>{(t.footer)(story().title, story().edition, env!("CARGO_PKG_VERSION"))}</p>
            <ul>
                <li><a href="#/people">{t.people}</a></li>
                <li><a href="#/glossary">{t.glossary}</a></li>
                <li><a href="#/claims">{t.claims}</a></li>
                <li><a href="#/disputes">{t.disputes}</a></li>
                <li><a href="#/sources">{t.sources}</a></li>
                <li><a href="#/further">{t.further}</a></li>
                {(!story().teaching.is_empty()).then(|| view! { <li><a href="#/teach">{t.teach}</a></li> })}
                <li><a href="#/notes">{of_notes().heading}</a></li>
                <li><a href="#/project">{of_projector().heading}</a></li>
                <li><a href="#/settings">{of_settings().heading}</a></li>
            </ul>
        </footer>
        <ListenBar/>
    }
}
