/**
 * The worker's wiring: ports filled with the browser, listeners registered synchronously, nothing decided here.
 * The worker may die at any moment and is born for any event, so each birth does the same: listen, then wake.
 */
import { backgroundFetchCarrier } from '../carriers/background-fetch/carrier.ts';
import { browserDownloadCarrier } from '../carriers/browser-download/carrier.ts';
import { answer } from '../messages/answer.ts';
import { Refusal } from '../messages/refusal.ts';
import { onWake, setWake } from '../platform/alarm.ts';
import { askAgain } from '../platform/ask-again.ts';
import { backgroundFetch, onFetchEnd, openFetch, registrationIds } from '../platform/background-fetch.ts';
import { backupStore } from '../platform/backup-store.ts';
import { showBadge } from '../platform/badge.ts';
import { basketStore } from '../platform/basket-store.ts';
import { bypasses } from '../platform/bypasses.ts';
import { choiceStore } from '../platform/choice-store.ts';
import { onCommand } from '../platform/commands.ts';
import { altClickIn, listenIn } from '../platform/content-scripts.ts';
import { onMenuClick, writeMenus } from '../platform/context-menus.ts';
import { downloads, onDownloadChange } from '../platform/downloads.ts';
import { foreignDownloads, onDownloadBegun } from '../platform/foreign-downloads.ts';
import { listenForNames, onNaming } from '../platform/file-naming.ts';
import { setHeaderRules } from '../platform/header-rules.ts';
import { itemStore } from '../platform/item-store.ts';
import { onBirth, onNetworkChange } from '../platform/lifetime.ts';
import { network } from '../platform/network.ts';
import { noticeStore } from '../platform/notice-store.ts';
import { clearNotice, notices, onNoticeClick } from '../platform/notifications.ts';
import { onOmnibox } from '../platform/omnibox.ts';
import { readFrame, readPage, readSelection } from '../platform/page-reader.ts';
import { openAddBox, openBasket, openChooser, openPanel, openQueue, openTabsPage } from '../platform/pages.ts';
import * as parcels from '../platform/parcels.ts';
import { partStore } from '../platform/part-store.ts';
import { granted, onGrantsChanged, request, siteOrigins } from '../platform/permissions.ts';
import { probe } from '../platform/probe.ts';
import { ruleStore } from '../platform/rule-store.ts';
import { mayAskWorker } from '../platform/senders.ts';
import { session, sessionName } from '../platform/session.ts';
import { settingsStore } from '../platform/settings-store.ts';
import { onTakeOverAlarm, takeOverJournal } from '../platform/take-over-journal.ts';
import { onUpdate, update } from '../platform/update.ts';
import { watchList } from '../platform/watch-list.ts';
import { speak, words } from '../platform/words.ts';
import { zone } from '../platform/zone.ts';
import { createGestures } from './gestures.ts';
import { createHandlers } from './handlers.ts';
import { createOmnibox } from './omnibox.ts';
import { noticeClicked } from './notice-clicks.ts';
import type { Ports } from './ports.ts';
import { createQueueKeeper } from './queue-keeper.ts';
import { createTakeOvers } from './take-over.ts';

const ports: Ports = {
  items: itemStore,
  settings: settingsStore,
  rules: ruleStore,
  session,
  carriers: {
    'background-fetch': backgroundFetchCarrier(backgroundFetch),
    'browser-download': browserDownloadCarrier(downloads),
  },
  downloads,
  parcels,
  watchList,
  parts: partStore,
  registrationIds,
  openFetch,
  probe,
  grants: granted,
  setHeaderRules,
  setWake,
  listenForNames,
  showBadge,
  notices,
  complain,
  words,
  backup: backupStore,
  network,
  update,
  zone,
  now: () => Date.now(),
  random: () => Math.random(),
  newId: () => crypto.randomUUID(),
};

/** Nothing fails silently, not even where no page waits for an answer: the popup says it. */
function complain(fault: unknown): void {
  console.error('Longhaul:', fault);
  const said = fault instanceof Error ? fault.message : String(fault);
  // A refusal is a whole sentence already, which says what to do.
  const text = fault instanceof Refusal ? said : words('notice_fault', said);
  void noticeStore.write({ kind: 'fault', text, at: Date.now() });
}

const keeper = createQueueKeeper(ports);
const pages = { openChooser, openBasket, openTabs: openTabsPage, openQueue, openPanel };
const gestures = createGestures(
  ports,
  {
    readPage,
    readSelection,
    readFrame,
    ...pages,
    putAside: basketStore.put,
    lastChoice: choiceStore.read,
    tell: noticeStore.write,
  },
  keeper,
);
const omnibox = createOmnibox(ports, { openQueue, openAddBox, tell: noticeStore.write }, keeper);
const takeOvers = createTakeOvers(
  ports,
  {
    journal: takeOverJournal,
    bypasses,
    downloads: foreignDownloads,
    session: sessionName,
    askAgain,
    listenIn,
    altClickIn,
  },
  keeper,
);
const wake = (): void => void keeper.wake();
const recover = (): void => void takeOvers.recover();
const keepInStep = (): void => void takeOvers.keepInStep();
/** The words of the language that the user has chosen are here. */
const hasWords = settingsStore
  .read()
  .then(({ language }) => speak(language))
  .catch(complain);
const keepMenus = (): Promise<void> =>
  settingsStore
    .read()
    .then(async ({ language, menusOff }) => {
      await speak(language);
      await writeMenus(menusOff);
    })
    .catch(complain);

answer(
  'worker',
  createHandlers(
    ports,
    { readPage, readBasket: basketStore.read, keepMenus, notice: noticeStore, gestures, takeOvers },
    keeper,
  ),
  mayAskWorker,
  hasWords,
);
onFetchEnd(keeper.fetchEnded);
onDownloadChange(keeper.downloadChanged);
onNaming(keeper.nameDownload);
onDownloadBegun(download => void takeOvers.begun(download), keeper.downloadBegun);
onTakeOverAlarm(recover);
onWake(() => void keeper.wakeAndWatch());
onNetworkChange(wake);
onUpdate(wake);
onGrantsChanged(wake);
onGrantsChanged(keepInStep);
onMenuClick(click => void gestures.menu(click).catch(complain));
onCommand((command, tabId) => void gestures.key(command, tabId).catch(complain));
const clicks = { openQueue, allowSite: (host: string) => request(siteOrigins(host)), clear: clearNotice };
onNoticeClick((id, button) => void noticeClicked(ports, clicks, keeper, id, button).catch(complain));
onOmnibox(omnibox.suggest, complain, typed => void omnibox.enter(typed).catch(complain));
onBirth(keepMenus, wake);
wake();
recover();
keepInStep();
void keepMenus();
