/** Writes the JSON Schema of policy files, which editors check and complete them with. */
import { writeFileSync } from 'node:fs';
import { policyJsonSchema } from '../policy/policy-schema';

const [file = 'syntaxes/disclosure-audit.schema.json'] = process.argv.slice(2);
writeFileSync(file, policyJsonSchema());
