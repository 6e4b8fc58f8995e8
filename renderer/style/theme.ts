import type { ThemeConfig } from 'antd'

/**
 * The look of Ant Design from the tokens of tokens.css: dense, 4 px corners, one accent, no shadows but for overlays.
 * The values are repeated, not read from the style sheet, because Ant Design derives shades from them.
 */
const accent = '#17635a'
const line = '#d9dee3'

export const theme: ThemeConfig = {
  hashed: false,
  token: {
    colorPrimary: accent,
    colorInfo: accent,
    colorLink: accent,
    colorSuccess: accent,
    colorError: '#b42318',
    colorWarning: '#9a6700',
    colorText: '#1d2733',
    colorTextSecondary: '#5b6672',
    colorTextTertiary: '#5b6672',
    colorTextDescription: '#5b6672',
    colorBorder: '#aeb7c0',
    colorBorderSecondary: line,
    colorSplit: line,
    colorBgLayout: '#f6f7f8',
    colorFillAlter: '#f6f7f8',
    colorPrimaryBg: '#e1ebea',
    colorPrimaryBgHover: '#d3e3e1',
    colorInfoBg: '#eef4f3',
    colorInfoBorder: '#b9d1cd',
    colorErrorBg: '#fdf1f0',
    colorErrorBorder: '#efb8b2',
    colorWarningBg: '#fdf6e6',
    colorWarningBorder: '#e5cf9b',
    colorSuccessBg: '#eef4f3',
    colorSuccessBorder: '#b9d1cd',
    controlItemBgActive: '#e1ebea',
    controlItemBgHover: '#f6f7f8',
    fontFamily: 'var(--font)',
    fontSize: 14,
    fontSizeSM: 12,
    borderRadius: 4,
    borderRadiusLG: 4,
    borderRadiusSM: 4,
    controlHeight: 30,
    controlHeightSM: 24,
    lineHeight: 1.5,
    // No animations, because an old PC draws them slowly and a click can miss a growing element.
    motion: false,
    padding: 12,
    paddingLG: 16,
    margin: 12,
    marginLG: 16,
    boxShadowTertiary: 'none',
  },
  components: {
    Button: { primaryShadow: 'none', defaultShadow: 'none', dangerShadow: 'none', contentFontSizeSM: 13 },
    Table: { cellPaddingBlockSM: 5, cellPaddingInlineSM: 8, headerBg: '#f6f7f8', headerSplitColor: line, rowHoverBg: '#f6f7f8' },
    Tabs: { horizontalItemPaddingSM: '6px 10px', horizontalMargin: '0' },
    Form: { itemMarginBottom: 12, verticalLabelPadding: '0 0 2px' },
    Segmented: { trackBg: '#e6e9ec', trackPadding: 2 },
    Alert: { defaultPadding: '5px 12px', withDescriptionPadding: '10px 12px' },
    Card: { bodyPadding: 16 },
  },
}
