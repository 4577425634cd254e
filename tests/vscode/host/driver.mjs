// Lets a test suite in the extension host drive the workbench's window: it logs a request, and waits for a file as the answer.
import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const request =
  /(?:^|\s)::(screenshot|press|type|paste-html|(?:click|text|top|focus|show|paste)-in-webview|click|color|hover|wait)\s+(\S.*?)\s*$/u;

/**
 * Obeys the lines that a suite logs, one after the other:
 *
 * - `::screenshot <name>` writes `<name>.png` into `folder`, then `<name>.png.done`;
 * - `::press <key>` (Playwright's names: `Control+Shift+M`), `::type <text>`, `::click <selector>`,
 *   `::hover <selector>` and `::wait <selector>` (until it is visible) write `press.done`, `type.done` and so on.
 *
 * - `::click-in-webview <selector>`, `::focus-in-webview <selector>`, `::show-in-webview <selector>` (scrolls there),
 *   `::color <selector>` gives its computed colour, as `rgb(…)`.
 *   `::paste-html <page as JSON>` pastes it into what has the focus,
 *   `::paste-in-webview <text as JSON>` pastes it into what has the focus there,
 *   `::text-in-webview <selector>` and `::top-in-webview <selector>` do the same within the page of a webview.
 *
 * What the page downloads goes into `folder`/downloads.
 *
 * A `.done` file holds `ok`, with the text or the distance from the page's top on the lines after it where those were
 * asked for, or the reason why it could not be done.
 */
export function openDriver(page, folder) {
  let last = Promise.resolve();
  page.on('download', (file) =>
    file.saveAs(join(folder, 'downloads', file.suggestedFilename())).catch(() => undefined),
  );
  const screenshot = (name) => page.screenshot({ path: join(folder, `${name}.png`) });
  const actions = {
    screenshot,
    press: (key) => page.keyboard.press(key),
    type: (text) => page.keyboard.type(text),
    'paste-html': (json) =>
      page.evaluate((html) => {
        const clipboardData = new DataTransfer();
        clipboardData.setData('text/html', html);
        clipboardData.setData('text/plain', html.replace(/<[^>]*>/g, ''));
        const event = new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true });
        document.activeElement?.dispatchEvent(event);
      }, JSON.parse(json)),
    click: (selector) => page.locator(selector).first().click({ timeout: 5_000 }),
    wait: (selector) => page.locator(selector).first().waitFor({ timeout: 10_000 }),
    'click-in-webview': async (selector) => (await inWebview(page, selector)).click({ timeout: 5_000 }),
    'focus-in-webview': async (selector) => (await inWebview(page, selector)).focus({ timeout: 5_000 }),
    'show-in-webview': async (selector) =>
      (await inWebview(page, selector)).evaluate((element) => element.scrollIntoView({ block: 'center' })),
    'text-in-webview': async (selector) => (await inWebview(page, selector)).textContent({ timeout: 5_000 }),
    'paste-in-webview': async (json) =>
      (await inWebview(page, ':focus')).evaluate((element, text) => {
        const clipboardData = new DataTransfer();
        clipboardData.setData('text/plain', text);
        element.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
      }, JSON.parse(json)),
    'top-in-webview': async (selector) =>
      (await inWebview(page, selector)).evaluate((element) => element.getBoundingClientRect().top),
    color: (selector) =>
      page
        .locator(selector)
        .first()
        .evaluate((element) => getComputedStyle(element).color, undefined, { timeout: 5_000 }),
    hover: (selector) => page.locator(selector).first().hover({ timeout: 5_000 }),
  };
  /** The verbs that are asked for what they find. */
  const answers = /^color$|-in-webview$/;
  const perform = async (verb, argument) => {
    const done = join(folder, verb === 'screenshot' ? `${argument}.png.done` : `${verb}.done`);
    rmSync(done, { force: true });
    const outcome = await actions[verb](argument).then(
      (answer) => (answers.test(verb) && answer !== undefined ? `ok\n${answer}` : 'ok'),
      (error) => String(error),
    );
    writeFileSync(done, outcome);
  };
  return {
    screenshot,
    /** Whether the line was a request; if so it is queued. */
    obey(line) {
      const [, verb, argument] = request.exec(line) ?? [];
      if (verb === undefined) return false;
      last = last.then(() => perform(verb, argument));
      return true;
    },
    /** Resolves when every request so far has been answered. */
    idle: () => last,
  };
}

/** The first such element of any webview, whose page stands in a frame within a frame. */
async function inWebview(page, selector) {
  const deadline = Date.now() + 10_000;
  while (Date.now() < deadline) {
    for (const frame of page.frames()) {
      if (frame === page.mainFrame() || frame.name() === '') continue;
      const found = frame.locator(selector).first();
      if ((await found.count().catch(() => 0)) > 0) return found;
    }
    await page.waitForTimeout(50);
  }
  throw new Error(`no webview shows ${selector}`);
}
