/** Writes down what is said of damaged reports now. */
import { accept } from './said';

accept();
