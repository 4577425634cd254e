/** The quick input of the window: lists to choose from and boxes to type into. */
import { press, waitFor } from './driver';

/** The quick input while it is shown. */
export const input = '.quick-input-widget:not([style*="display: none"])';

/**
 * Opens a quick input and waits until it shows `content`. VS Code closes one as soon as anything else takes the focus,
 * as a panel does that is still being closed or an editor that is still being opened: then it is opened once more.
 */
export async function openInput(open: () => unknown, content: string): Promise<void> {
  const selector = `${input}${content}`;
  void open();
  try {
    await waitFor(selector);
  } catch (error) {
    console.log(`    opened a second time: ${error instanceof Error ? error.message.split('\n', 1)[0] : error}`);
    await press('Escape');
    void open();
    await waitFor(selector);
  }
}
