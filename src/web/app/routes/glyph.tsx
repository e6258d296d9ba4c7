import { createLazyRoute } from '@tanstack/react-router';
import { GlyphGuide } from '../../features/glyph-guide/glyph-guide.tsx';

export const route = createLazyRoute('/frame/glyph')({ component: GlyphGuide });
