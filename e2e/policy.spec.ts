// What the page's own content security policy lets happen, where the host sends none.
import { expect, test } from './support/test.ts';

test.use({ allowed: [/Content Security Policy|Failed to fetch|127.0.0.1:9\/seen.png/] });

test('text that gets into the page as markup runs nothing and asks nobody', async ({ page, open }) => {
  await open('#/');
  const happened = await page.evaluate(async () => {
    const refused: string[] = [];
    document.addEventListener('securitypolicyviolation', (event) => refused.push(event.effectiveDirective));
    const place = document.createElement('div');
    place.innerHTML = `<img src="data:," onerror="window.ran = 'handler'"><a href="javascript:window.ran='address'">x</a>
      <img src="http://127.0.0.1:9/seen.png"><iframe srcdoc="<p>"></iframe><form action="http://127.0.0.1:9/"><button>y</button></form>`;
    document.body.append(place);
    const script = document.createElement('script');
    script.textContent = "window.ran = 'script'";
    place.append(script);
    place.querySelector('a')!.click();
    place.querySelector('button')!.click();
    await fetch('http://127.0.0.1:9/').catch(() => undefined);
    // Later, since what a driver of the browser evaluates may make functions of text.
    setTimeout(() => {
      try {
        new Function("window.ran = 'text'")();
      } catch {
        refused.push('text as code');
      }
    });
    await new Promise((done) => setTimeout(done, 300));
    place.remove();
    return { ran: (window as { ran?: string }).ran, refused: [...new Set(refused)].sort() };
  });
  expect(happened.ran).toBeUndefined();
  for (const directive of ['connect-src', 'form-action', 'img-src', 'script-src-attr', 'script-src-elem', 'text as code']) {
    expect(happened.refused, directive).toContain(directive);
  }
});

test('the policy stands before every script, and in the file of the evidence too', async ({ page, open, output }) => {
  await open('#/', { started: false });
  const policies = (html: string) => [...html.matchAll(/<meta http-equiv="Content-Security-Policy" content="([^"]+)">/g)];
  const html = (await page.evaluate(async () => document.documentElement.outerHTML)).toString();
  const [policy, ...more] = policies(html);
  expect(more).toEqual([]);
  expect(policy![1]).toContain("default-src 'none'");
  expect(policy![1]).not.toContain("'unsafe-eval'");
  expect(html.slice(0, policy!.index)).not.toContain('<script');
  if (output === 'file') return;
  const evidence = await page.evaluate(async () => (await fetch('evidence.html')).text());
  expect(policies(evidence)).toHaveLength(1);
});
