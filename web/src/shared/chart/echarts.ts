import { BarChart, CustomChart, HeatmapChart, LineChart, ScatterChart } from 'echarts/charts'
import {
  AriaComponent,
  CalendarComponent,
  DataZoomComponent,
  GridComponent,
  LegendComponent,
  MarkLineComponent,
  PolarComponent,
  TitleComponent,
  TooltipComponent,
  VisualMapComponent,
} from 'echarts/components'
import { init, use, type EChartsCoreOption, type EChartsType } from 'echarts/core'
import { CanvasRenderer, SVGRenderer } from 'echarts/renderers'

// Only what our charts use: the rest of the library stays out of the bundle.
use([
  AriaComponent,
  BarChart,
  CalendarComponent,
  CanvasRenderer,
  CustomChart,
  DataZoomComponent,
  GridComponent,
  HeatmapChart,
  LegendComponent,
  LineChart,
  MarkLineComponent,
  PolarComponent,
  SVGRenderer,
  ScatterChart,
  TitleComponent,
  TooltipComponent,
  VisualMapComponent,
])

export type ChartOption = EChartsCoreOption
export { init, type EChartsType }
