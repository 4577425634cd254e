/** While Stryker looks which test covers what, tests are counted: `vitest.config.mts` tells why. */
import { beforeEach, inject } from 'vitest';

const counted = globalThis as { mutateTest?: number };

if (inject('mode' as never) === 'dry-run') {
  beforeEach(() => {
    counted.mutateTest = (counted.mutateTest ?? 0) + 1;
  });
}
