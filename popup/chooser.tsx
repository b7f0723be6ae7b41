import { render } from 'preact';
import { readSource } from './chooser/reading.ts';
import { ChooserPage } from './components/chooser/chooser-page.tsx';
import { dress } from './dress.ts';
import { sourceOf } from './view/chooser-source.ts';

const source = sourceOf(location.search);

await dress('chooser_title');
render(<ChooserPage readAgain={() => void readSource(source)} />, document.body);
void readSource(source);
