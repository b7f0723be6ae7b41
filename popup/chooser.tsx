import { render } from 'preact';
import { words } from '../src/platform/words.ts';
import { readSource } from './chooser/reading.ts';
import { ChooserPage } from './components/chooser/chooser-page.tsx';
import { setLanguage } from './say.ts';
import { sourceOf } from './view/chooser-source.ts';

const source = sourceOf(location.search);

setLanguage(document);
document.title = words('chooser_title');
render(<ChooserPage readAgain={() => void readSource(source)} />, document.body);
void readSource(source);
