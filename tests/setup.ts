/** The same random cases in every run, so that a failure is one that anybody can repeat; FC_SEED tries others. */
import fc from 'fast-check';

fc.configureGlobal({ seed: Number(process.env.FC_SEED ?? 20261123) });
