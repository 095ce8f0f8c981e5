import { setPageDefaults } from '@nafida/elements/provider.js';
import { readPageSettings } from './page-settings.js';

// Every tag's module imports this one first, so that the settings are there before an element starts.
setPageDefaults(readPageSettings(document.scripts, import.meta.url, document.baseURI));
