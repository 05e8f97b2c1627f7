// Puts the peers' pages together in `target/bench/`: what is written here, what their packages bring, and the groups.
import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parse } from 'smol-toml';
import { feature } from 'topojson-client';
import { presimplify, simplify } from 'topojson-simplify';
import type { GeometryCollection, Topology } from 'topojson-specification';
import type { Quiz } from './items.ts';

const HERE = dirname(fileURLToPath(import.meta.url));
const ROOT = resolve(HERE, '..');

/** Borders lose corners that make less than this, in square degrees: it is about a pixel of the map. */
const DETAIL = 0.01;

/** A group of `content/en/groups.toml`: what of it is shown. */
interface Source {
  id: string;
  name: string;
  short: string;
  city: string;
  region: string;
  latitude: number;
  longitude: number;
  founded: string;
  ended: string;
  account: string;
}

/** A group as the peers' pages get it. */
export interface Group {
  id: string;
  name: string;
  /** The name where there is little room; our page has both. */
  short: string;
  place: string;
  latitude: number;
  longitude: number;
  /** Where it stands on a timeline. */
  founded: { year: number; month?: number; day?: number };
  years: string;
  account: string;
}

/** All groups, by date of founding; those of which it is not known come last, as on our page. */
export function groups(): Group[] {
  const { group } = parse(readFileSync(resolve(ROOT, 'content/en/groups.toml'), 'utf8')) as unknown as {
    group: Source[];
  };
  const known = group.map((it) => moments(it.founded)[0]).filter((it) => it !== undefined);
  const latest = known.sort().at(-1) ?? '';
  return group
    .map((it) => ({ it, key: moments(it.founded)[0] ?? `${latest}~` }))
    .sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0))
    .map(({ it, key }) => {
      const [year = 0, month, day] = key.replace('~', '').split('-').map(Number);
      const ended = it.ended === '..' ? '' : ` Ended: ${inWords(it.ended)}.`;
      return {
        id: it.id,
        name: it.name,
        short: it.short,
        place: `${it.city}, ${it.region}`,
        latitude: it.latitude,
        longitude: it.longitude,
        founded: { year, ...(month && { month }), ...(day && { day }) },
        years: `Founded: ${inWords(it.founded)}.${ended}`,
        // References lead to claims, which the peers do not have.
        account: it.account.replace(/\[([^\]]*)\]\([^)]*\)/g, '$1'),
      };
    });
}

/** The days, months or years that a date of the story names: see `crates/story/src/date.rs`. */
const moments = (date: string): string[] => date.match(/\d{4}(-\d\d){0,2}/g) ?? [];

/** A date of the story as our page tells it. */
function inWords(date: string): string {
  const [from, to] = moments(date).map((moment) => {
    const [year = 0, month, day] = moment.split('-').map(Number);
    return new Date(Date.UTC(year, (month ?? 1) - 1, day ?? 1)).toLocaleDateString('en-US', {
      timeZone: 'UTC',
      year: 'numeric',
      ...(month && { month: 'long' }),
      ...(day && { day: 'numeric' }),
    });
  });
  if (!from) return 'date not known';
  if (to) return `between ${from} and ${to}`;
  if (date.startsWith('[..')) return `by ${from}`;
  if (date.endsWith('..]')) return `${from} or later`;
  return date.endsWith('~') ? `about ${from}` : from;
}

/** A passage of the story: what of it is shown. */
export interface Passage {
  id: string;
  heading: string;
  paragraphs: string[];
}

/** A chapter of the story, in full words. */
export interface Chapter {
  id: string;
  title: string;
  passages: Passage[];
}

/** Text without emphasis, and without references: these lead to claims, which the peers do not have. */
export const withoutMarkup = (text: string) =>
  text.replace(/\[([^\]]*)\]\([^)]*\)/g, '$1').replace(/\*/g, '').replace(/\s+/g, ' ').trim();

/** The chapters, in the order in which they are read. */
export function chapters(): Chapter[] {
  const { chapters } = parse(readFileSync(resolve(ROOT, 'content/en/story.toml'), 'utf8')) as { chapters: string[] };
  return chapters.map((id) => {
    const [, head = '', body = ''] = readFileSync(resolve(ROOT, `content/en/chapters/${id}.md`), 'utf8').split('+++\n');
    const passages = body.split(/^## /m).slice(1).map((passage) => {
      const [heading = '', ...paragraphs] = passage.split(/\n\s*\n/);
      return {
        id: /\{#([\w-]+)/.exec(heading)?.[1] ?? '',
        heading: heading.replace(/\s*\{.*\}\s*$/s, ''),
        paragraphs: paragraphs.map(withoutMarkup).filter(Boolean),
      };
    });
    return { id, title: String((parse(head) as { title: string }).title), passages };
  });
}

const escaped = (text: string) => text.replace(/&/g, '&amp;').replace(/</g, '&lt;');

/** The story as slides: a stack for each chapter, a slide for each paragraph. */
function slides(story: Chapter[]): string {
  const slide = (heading: string | undefined, text: string) =>
    `<section>${heading ? `<h3>${escaped(heading)}</h3>` : ''}<p>${escaped(text)}</p></section>`;
  const stack = ({ title, passages }: Chapter) =>
    passages.flatMap(({ heading, paragraphs }, at) =>
      paragraphs.map((text, number) => {
        const first = at === 0 && number === 0 ? `<section><h2>${escaped(title)}</h2></section>\n` : '';
        return first + slide(number === 0 ? heading : undefined, text);
      }),
    );
  return story.map((chapter) => `<section>\n${stack(chapter).join('\n')}\n</section>`).join('\n');
}

/** Outlines of the states, as fine as they are seen. */
function states() {
  const atlas: Topology<{ states: GeometryCollection }> = JSON.parse(
    readFileSync(resolve(HERE, 'node_modules/us-atlas/states-10m.json'), 'utf8'),
  );
  const simpler = simplify(presimplify(atlas), DETAIL);
  return feature(simpler, simpler.objects.states).features.map(({ geometry }) =>
    // None of them is a collection, which alone has no coordinates of its own.
    'coordinates' in geometry ? { ...geometry, coordinates: rounded(geometry.coordinates) } : geometry,
  );
}

/** Coordinates to a hundredth of a degree. */
const rounded = (it: unknown): unknown => (Array.isArray(it) ? it.map(rounded) : Math.round(Number(it) * 100) / 100);

/** Writes the story as slides, and says where. */
export function assembleStory(story: Chapter[]): { reveal: string } {
  const reveal = resolve(ROOT, 'target/bench/reveal');
  rmSync(reveal, { recursive: true, force: true });
  mkdirSync(reveal, { recursive: true });
  const page = readFileSync(resolve(HERE, 'reveal/index.html'), 'utf8');
  writeFileSync(resolve(reveal, 'index.html'), page.replace('<!-- story -->', () => slides(story)));
  for (const name of ['reveal.js', 'reset.css', 'reveal.css', 'theme/white.css']) {
    const from = resolve(HERE, 'node_modules/reveal.js/dist', name);
    cpSync(from, resolve(reveal, name), { recursive: true });
  }
  return { reveal };
}

/** Writes the quizzes as surveys, and says where. */
export function assembleSurvey(quizzes: Quiz[]): string {
  const survey = resolve(ROOT, 'target/bench/surveyjs');
  rmSync(survey, { recursive: true, force: true });
  mkdirSync(survey, { recursive: true });
  cpSync(resolve(HERE, 'surveyjs/index.html'), resolve(survey, 'index.html'));
  writeFileSync(resolve(survey, 'quizzes.js'), `const QUIZZES = ${JSON.stringify(quizzes)};\n`);
  for (const path of ['survey-core/survey-core.fontless.min.css', 'survey-core/survey.core.min.js', 'survey-js-ui/survey-js-ui.min.js']) {
    cpSync(resolve(HERE, 'node_modules', path), resolve(survey, basename(path)));
  }
  return survey;
}

/** Writes the pages and says where: a folder for each. */
export function assemble(shown: Group[]): { leaflet: string; timeline: string } {
  const target = resolve(ROOT, 'target/bench');
  const folder = (name: string) => {
    const made = resolve(target, name);
    rmSync(made, { recursive: true, force: true });
    mkdirSync(made, { recursive: true });
    cpSync(resolve(HERE, name, 'index.html'), resolve(made, 'index.html'));
    // A script rather than JSON, which a page that is opened as a file could not load.
    writeFileSync(resolve(made, 'groups.js'), `const GROUPS = ${JSON.stringify(shown)};\n`);
    return made;
  };
  const bring = (from: string, to: string, names: string[]) => {
    for (const name of names) {
      cpSync(resolve(HERE, 'node_modules', from, name), resolve(to, name), { recursive: true });
    }
  };
  const leaflet = folder('leaflet');
  bring('leaflet/dist', leaflet, ['leaflet.js', 'leaflet.css', 'images']);
  writeFileSync(resolve(leaflet, 'states.js'), `const STATES = ${JSON.stringify(states())};\n`);
  const timeline = folder('timeline');
  bring('@knight-lab/timelinejs/dist', timeline, ['js/timeline.js', 'css/timeline.css', 'css/fonts', 'css/icons']);
  return { leaflet, timeline };
}
