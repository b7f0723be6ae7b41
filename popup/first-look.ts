/** Runs in the head of every page, before anything is painted: no page is to flash in another theme. */
import { rememberedTheme, wear } from './theme.ts';

wear(rememberedTheme());
