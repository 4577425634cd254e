/** That a property fails is all that is asked of it here: nobody reads the smallest case. */
import fc from 'fast-check';

fc.configureGlobal({ ...fc.readConfigureGlobal(), endOnFailure: true });
