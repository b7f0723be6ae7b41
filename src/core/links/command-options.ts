/**
 * What an option of a download command is to us. `…-told` cannot be honoured and is told by its name, `…-dropped` changes
 * nothing here and is passed over in silence. `flag` has no value behind it, `value` has one.
 */
export type OptionUse =
  | 'url'
  | 'name'
  | 'referrer'
  | 'header'
  /** The link keeps its own name; it takes the place of a name in the order of names. */
  | 'flag-own-name'
  | 'flag-dropped'
  | 'flag-told'
  | 'flag-method'
  | 'value-dropped'
  | 'value-told'
  | 'value-method'
  | 'value-data';

/** curl(1), those that are met with downloads. An option that is not here is told, and taken for one without a value. */
export const CURL: ReadonlyMap<string, OptionUse> = table({
  url: '--url',
  name: '-o --output',
  referrer: '-e --referer',
  header: '-H --header',
  'flag-own-name': '-O --remote-name',
  'flag-dropped':
    '--remote-name-all -J --remote-header-name -L --location -s --silent -S --show-error -f --fail -# ' +
    '--progress-bar -R --remote-time --compressed --create-dirs -v --verbose -i --include -N --no-buffer -Z --parallel -4 ' +
    '--ipv4 -6 --ipv6 --http1.1 --http2 --http3 --fail-early --tcp-fastopen --retry-connrefused --retry-all-errors -G --get',
  'flag-told': '-k --insecure -n --netrc -g --globoff --location-trusted --digest --ntlm --negotiate --anyauth',
  'flag-method': '-I --head',
  'value-dropped':
    '-A --user-agent -C --continue-at -m --max-time --connect-timeout --retry --retry-delay --retry-max-time --max-redirs ' +
    '-w --write-out -y -Y --speed-limit --speed-time --stderr --parallel-max -z --time-cond --keepalive-time',
  'value-told':
    '-u --user -b --cookie -c --cookie-jar -x --proxy -U --proxy-user -E --cert --key --cacert -r --range --limit-rate ' +
    '--output-dir --oauth2-bearer -K --config --resolve --interface -D --dump-header --max-filesize',
  'value-method': '-X --request',
  'value-data': '-d --data --data-raw --data-binary --data-urlencode --data-ascii --json -F --form -T --upload-file',
});

/** wget(1). */
export const WGET: ReadonlyMap<string, OptionUse> = table({
  name: '-O --output-document',
  referrer: '--referer',
  header: '--header',
  'flag-dropped':
    '-c --continue -q --quiet -nv --no-verbose -v --verbose -nc --no-clobber -N --timestamping -nd --no-directories -x ' +
    '--content-disposition --show-progress -b --background --trust-server-names -4 -6 -S --server-response',
  'flag-told':
    '-r --recursive -m --mirror -p --page-requisites -k --convert-links -np --no-parent --no-check-certificate',
  'flag-method': '--spider',
  'value-dropped': '-U --user-agent -t --tries -T --timeout -w --wait --waitretry -o --output-file -a --progress',
  'value-told':
    '--user --password --http-user --http-password -P --directory-prefix --load-cookies --save-cookies -i --input-file ' +
    '--limit-rate -A --accept -R --reject -l --level -e --execute -Q --quota',
  'value-method': '--method',
  'value-data': '--post-data --post-file --body-data --body-file',
});

function table(uses: Partial<Record<OptionUse, string>>): ReadonlyMap<string, OptionUse> {
  const rows = Object.entries(uses) as [OptionUse, string][];
  return new Map(rows.flatMap(([use, names]) => names.split(' ').map((name): [string, OptionUse] => [name, use])));
}
