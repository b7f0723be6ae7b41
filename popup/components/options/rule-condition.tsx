import { words } from '../../../src/platform/words.ts';
import { writeDraft } from '../../options/rule-editor.ts';
import type { RuleDraft } from '../../view/options/rule-draft.ts';
import { SizeField } from './size-field.tsx';
import { TextField } from './text-field.tsx';

interface Props {
  draft: RuleDraft;
  /** What is wrong in a field, as the parser of rules calls it. */
  problemOf: (field: string) => string | null;
}

/** Which links a rule is for: all of it must fit, and what is empty is not looked at. */
export function RuleCondition({ draft, problemOf }: Props) {
  const size = problemOf('when.size');
  return (
    <fieldset class="rule-part">
      <legend>{words('rules_when')}</legend>
      <p class="field-help">{words('rules_whenHelp')}</p>
      <TextField
        label={words('rules_sites')}
        name="sites"
        value={draft.sites}
        onInput={sites => void writeDraft({ sites })}
        help={words('rules_sitesHelp')}
        placeholder="example.org, cdn?.example.*"
        problem={problemOf('when.sites')}
      />
      <TextField
        label={words('rules_types')}
        name="types"
        value={draft.types}
        onInput={types => void writeDraft({ types })}
        help={words('rules_typesHelp')}
        placeholder="pdf, tar.gz, video/*"
        problem={problemOf('when.types')}
      />
      <div class="rule-sizes">
        <SizeField
          label={words('rules_least')}
          name="least"
          value={draft.least}
          onInput={least => void writeDraft({ least })}
          problem={size}
        />
        <SizeField
          label={words('rules_most')}
          name="most"
          value={draft.most}
          onInput={most => void writeDraft({ most })}
          problem={size === null ? null : ''}
        />
      </div>
      <TextField
        label={words('rules_url')}
        name="url"
        value={draft.url}
        onInput={url => void writeDraft({ url })}
        help={words('rules_urlHelp')}
        placeholder="*/scans/*"
        problem={problemOf('when.url')}
      />
      <TextField
        label={words('rules_page')}
        name="page"
        value={draft.page}
        onInput={page => void writeDraft({ page })}
        help={words('rules_pageHelp')}
        placeholder="*://forum.example.org/*"
        problem={problemOf('when.page')}
      />
    </fieldset>
  );
}
