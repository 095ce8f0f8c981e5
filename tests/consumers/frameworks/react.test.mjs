import { describeChecks } from './checks.mjs';

describeChecks('react');
