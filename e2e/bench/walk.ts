// How far one comes by keyboard alone: Tab, arrows and Enter, pressed as a reader would.
import type { CDPSession, Page } from '@playwright/test';
import type { Group } from '../../bench/assemble.ts';
import { shows } from './sides.ts';
import type { Side } from './sides.ts';

const ARROWS = ['ArrowRight', 'ArrowDown', 'ArrowLeft', 'ArrowUp'];
/** Who has not come to the groups by then has given up. */
const MOST_TABS = 60;
const MOST_ARROWS = 1000;
/** Milliseconds after a key in which a page may move the focus: a quick reader takes as long to the next one. */
const PACE = 100;

/** What was reached. */
export interface Walk {
  /** Groups that were opened from something that is named after them, and the keys that this takes. */
  opened: Map<string, number>;
  /** How often Tab was pressed until the last of them was reached. */
  tabs: number;
}

/** What has the focus, as a screen reader is told of it. */
interface Focused {
  node: number;
  name: string;
}

/** For each element that had the focus, where keys lead from it. */
type Ways = Map<number, Map<string, number>>;

/** Goes through a page from each stop of Tab. `open` opens it anew, so that no stop is as another left it. */
export async function walk(
  side: Side,
  groups: Group[],
  open: (act: (page: Page) => Promise<void>) => Promise<void>,
): Promise<Walk> {
  const opened = new Map<string, number>();
  let [last, ended] = [0, false];
  for (let tabs = 1; tabs <= MOST_TABS && opened.size < groups.length && !ended; tabs += 1) {
    await open(async (page) => {
      const reader = await Reader.at(page, side, groups, opened);
      for (let pressed = 0; pressed < tabs; pressed += 1) await reader.press('Tab');
      const found = await reader.explore();
      ended = !found;
      for (const [group, keys] of found ?? []) {
        opened.set(group, tabs + keys);
        last = tabs;
      }
    });
  }
  return { opened, tabs: last };
}

/** Someone who presses keys and hears what has the focus. */
class Reader {
  private page: Page;
  private session: CDPSession;
  private side: Side;
  private groups: Group[];
  /** Groups that need not be opened again. */
  private done: Set<string>;

  private constructor(page: Page, session: CDPSession, side: Side, groups: Group[], opened: Map<string, number>) {
    this.page = page;
    this.session = session;
    this.side = side;
    this.groups = groups;
    this.done = new Set(opened.keys());
  }

  static async at(page: Page, side: Side, groups: Group[], opened: Map<string, number>): Promise<Reader> {
    const session = await page.context().newCDPSession(page);
    await session.send('Accessibility.enable');
    return new Reader(page, session, side, groups, opened);
  }

  async press(key: string) {
    await this.page.keyboard.press(key);
    await this.page.waitForTimeout(key === 'Tab' ? 0 : PACE);
  }

  /** What has the focus, if any element but the page itself has. */
  private async focused(): Promise<Focused | undefined> {
    const expression = 'document.activeElement === document.body ? null : document.activeElement';
    const { result } = await this.session.send('Runtime.evaluate', { expression });
    if (!result.objectId) return undefined;
    const { objectId } = result;
    const { nodes } = await this.session.send('Accessibility.getPartialAXTree', { objectId, fetchRelatives: false });
    const node = nodes[0]?.backendDOMNodeId;
    return node === undefined ? undefined : { node, name: String(nodes[0]?.name?.value ?? '').replace(/\s+/g, ' ') };
  }

  /** Opens what arrows and Enter can open from here, and counts the keys; nothing where nothing has the focus. */
  async explore(): Promise<Map<string, number> | undefined> {
    const stop = await this.focused();
    if (!stop) return undefined;
    const ways: Ways = new Map([[stop.node, new Map()]]);
    const found = [...(await this.open(stop))].map(([group, enters]) => ({ group, enters, node: stop.node }));
    let at = (await this.focused())?.node;
    for (let pressed = 0; pressed < MOST_ARROWS && this.done.size < this.groups.length && at !== undefined; pressed += 1) {
      const untried = (node: number) => ARROWS.find((key) => !ways.get(node)?.has(key));
      const way = wayTo(ways, at, (node) => untried(node) !== undefined);
      if (!way) break;
      const key = way[0] ?? untried(at)!;
      await this.press(key);
      const now = await this.focused();
      ways.get(at)?.set(key, now?.node ?? at);
      at = now?.node;
      if (!now || ways.has(now.node)) continue;
      ways.set(now.node, new Map());
      found.push(...[...(await this.open(now))].map(([group, enters]) => ({ group, enters, node: now.node })));
      at = (await this.focused())?.node;
    }
    const arrows = (to: number) => wayTo(ways, stop.node, (node) => node === to)?.length ?? Infinity;
    return new Map(found.map(({ group, enters, node }) => [group, arrows(node) + enters]));
  }

  /** Presses Enter for as long as that opens the group that the focused element is named after. */
  private async open({ node }: Focused): Promise<Map<string, number>> {
    const found = new Map<string, number>();
    for (let now = await this.focused(); now?.node === node; now = await this.focused()) {
      const { name } = now;
      // Some names are within others.
      const [group] = this.groups.filter((it) => name.includes(it.name)).sort((a, b) => b.name.length - a.name.length);
      if (!group || this.done.has(group.id)) break;
      await this.press('Enter');
      if (!(await shows(this.page, this.side, group))) break;
      this.done.add(group.id);
      found.set(group.id, found.size + 1);
      // Closes it, where it has to be closed.
      await this.press('Escape');
    }
    return found;
  }
}

/** The fewest keys from one element to the nearest that will do, by what is known. */
function wayTo(known: Ways, from: number, wanted: (node: number) => boolean): string[] | undefined {
  const ways = new Map<number, string[]>([[from, []]]);
  for (const [node, way] of ways) {
    if (wanted(node)) return way;
    for (const [key, to] of known.get(node) ?? []) {
      if (!ways.has(to)) ways.set(to, [...way, key]);
    }
  }
  return undefined;
}
