/**
 * What each published figure measures. One row an indicator: code, facts (ids of figures.csv), theme, direction,
 * frequency, accumulation, whether it is a key figure of the board, polished English name, and what it counts.
 * Decimals are those that were printed: 350.4 is not 350.40.
 */
export interface FactIndicator {
  readonly code: string
  readonly facts: readonly string[]
  readonly theme: string
  readonly direction: 'up' | 'down' | 'none'
  readonly frequency: 'year' | 'quarter' | 'month'
  readonly accumulation: 'period' | 'ytd' | 'stock'
  readonly key: boolean
  readonly en: string
  readonly zhMeaning: string
  readonly enMeaning: string
  readonly measure?: string
}

type Named = readonly [code: string, facts: string, measure?: string]
type Traits = readonly [
  theme: string,
  direction: FactIndicator['direction'],
  frequency: FactIndicator['frequency'],
  accumulation: FactIndicator['accumulation'],
  key: boolean,
]
type Words = readonly [en: string, zhMeaning: string, enMeaning: string]

const of = (
  [code, facts, measure]: Named,
  traits: Traits,
  [en, zhMeaning, enMeaning]: Words,
): FactIndicator => {
  const [theme, direction, frequency, accumulation, key] = traits
  return {
    code,
    facts: facts.split(' '),
    theme,
    direction,
    frequency,
    accumulation,
    key,
    en,
    zhMeaning,
    enMeaning,
    ...(measure && { measure }),
  }
}

export const factIndicators: readonly FactIndicator[] = [
  of(
    ['gdp', 'LZ-01'],
    ['产业经济', 'up', 'year', 'period', true],
    ['Gross domestic product', '辖区全年生产总值', 'Gross domestic product of the zone in the year'],
  ),
  of(
    ['gdp_growth', 'LZ-02 LZ-21'],
    ['产业经济', 'up', 'year', 'period', true],
    ['GDP growth', '地区生产总值按可比价格计算的增速', 'Growth of GDP at comparable prices'],
  ),
  of(
    ['secondary_value_added', 'LZ-03'],
    ['产业经济', 'up', 'year', 'period', true],
    [
      'Value added of the secondary sector',
      '地区生产总值中第二产业增加值',
      'The secondary sector’s part of GDP',
    ],
  ),
  of(
    ['secondary_growth', 'LZ-04 LZ-22'],
    ['产业经济', 'up', 'year', 'period', false],
    [
      'Growth of the secondary sector',
      '第二产业增加值的增速',
      'Growth of the secondary sector’s value added',
    ],
  ),
  of(
    ['retail_growth', 'LZ-23'],
    ['产业经济', 'up', 'year', 'period', false],
    ['Growth of retail sales', '社会消费品零售总额的增速', 'Growth of total retail sales of consumer goods'],
  ),
  of(
    ['gross_industrial_output', 'YC-01'],
    ['产业经济', 'up', 'year', 'period', true],
    ['Gross industrial output', '工业企业全年总产值', 'Gross output of industrial enterprises in the year'],
  ),
  of(
    ['total_output_aim', 'YC-02'],
    ['产业经济', 'up', 'year', 'period', true],
    [
      'Total output aim of the “2811” system',
      '“2811”目标任务体系提出的总量目标',
      'The total that the “2811” system of goals aims at',
    ],
  ),
  of(
    ['national_rank', 'YC-03'],
    ['产业经济', 'down', 'year', 'stock', true],
    [
      'Rank among national high-tech zones',
      '在全国国家高新区评价中的位次，越小越好',
      'Place in the national evaluation of zones; lower is better',
    ],
  ),
  of(
    ['fixed_asset_investment', 'LZ-05'],
    ['项目投资', 'up', 'year', 'period', true],
    ['Fixed-asset investment', '全年完成的固定资产投资额', 'Fixed-asset investment completed in the year'],
  ),
  of(
    ['fixed_asset_growth', 'LZ-06'],
    ['项目投资', 'up', 'year', 'period', false],
    ['Growth of fixed-asset investment', '固定资产投资额的增速', 'Growth of fixed-asset investment'],
  ),
  of(
    ['projects_carried_on', 'LZ-07'],
    ['项目投资', 'up', 'year', 'stock', false],
    ['Projects carried on', '上年结转继续建设的项目数', 'Projects carried on from the year before'],
  ),
  of(
    ['projects_new', 'LZ-08'],
    ['项目投资', 'up', 'year', 'period', false],
    ['New projects', '当年新建项目数', 'Projects new in the year'],
  ),
  of(
    ['projects_total_investment', 'LZ-09'],
    ['项目投资', 'up', 'year', 'stock', true],
    [
      'Total investment of projects',
      '续建与新建项目的总投资',
      'Total investment of the projects carried on and new',
    ],
  ),
  of(
    ['resumption_rate', 'LZ-10'],
    ['项目投资', 'up', 'year', 'stock', false],
    [
      'Resumption rate of projects carried on',
      '已复工的续建项目占续建项目的比例',
      'Projects carried on that have resumed, of all carried on',
    ],
  ),
  of(
    ['preliminary_procedures_rate', 'LZ-11'],
    ['项目投资', 'up', 'year', 'stock', false],
    [
      'Preliminary procedures finished',
      '新建项目前期手续办结的比例；分母未公布',
      'Share of new projects’ preliminary procedures that are finished; the base was not published',
    ],
  ),
  of(
    ['start_rate', 'LZ-12'],
    ['项目投资', 'up', 'year', 'stock', false],
    [
      'Start rate of new projects',
      '已开工的新建项目占新建项目的比例',
      'New projects that have started, of all new projects',
    ],
  ),
  of(
    ['statistics_entry_rate', 'LZ-13'],
    ['项目投资', 'up', 'year', 'stock', false],
    [
      'New projects entered in the statistics',
      '已入统计库的新建项目占新建项目的比例',
      'New projects entered in the statistics, of all new projects',
    ],
  ),
  of(
    ['projects_started_together', 'NN-01', 'project.started'],
    ['项目投资', 'up', 'month', 'period', true],
    ['Projects started together', '当月集中开工的项目数', 'Projects started together in the month'],
  ),
  of(
    ['joint_start_investment', 'NN-02', 'project.started_investment'],
    ['项目投资', 'up', 'month', 'period', true],
    [
      'Total investment of the joint start',
      '集中开工项目的总投资；一个项目的投资额未公布',
      'Total investment of the projects started together; one project’s was not published',
    ],
  ),
  of(
    ['joint_start_year_plan', 'NN-03'],
    ['项目投资', 'up', 'year', 'period', true],
    [
      'Planned investment of the year, joint start',
      '集中开工项目的年度计划投资',
      'Investment planned for the year in the projects started together',
    ],
  ),
  of(
    ['major_projects', 'NJ-01'],
    ['项目投资', 'up', 'year', 'stock', true],
    [
      'Major industrial projects of the year',
      '年度重大产业项目清单中的项目数',
      'Projects on the year’s list of major industrial projects',
    ],
  ),
  of(
    ['major_projects_investment', 'NJ-02'],
    ['项目投资', 'up', 'year', 'stock', true],
    [
      'Total investment of major projects',
      '年度重大产业项目的总投资',
      'Total investment of the year’s major industrial projects',
    ],
  ),
  of(
    ['major_projects_year_plan', 'NJ-03'],
    ['项目投资', 'up', 'year', 'period', true],
    [
      'Planned investment of major projects',
      '年度重大产业项目的年度计划投资',
      'Investment planned for the year in the major projects',
    ],
  ),
  of(
    ['planned_starts', 'NJ-04'],
    ['项目投资', 'up', 'quarter', 'period', false],
    [
      'Projects to start in the quarter',
      '一季度计划新开工的重大产业项目数',
      'Major projects planned to start in the quarter',
    ],
  ),
  of(
    ['starts_so_far', 'NJ-05'],
    ['项目投资', 'up', 'month', 'stock', true],
    [
      'Projects started so far in the quarter',
      '一季度以来已开工的重大产业项目数',
      'Major projects started since the beginning of the quarter',
    ],
  ),
  of(
    ['funds_in_place', 'LZ-14'],
    ['招商引资', 'up', 'year', 'period', true],
    [
      'Attracted funds in place',
      '全年招商引资实际到位的资金',
      'Attracted investment that was in place in the year',
    ],
  ),
  of(
    ['funds_in_place_other_provinces', 'LZ-15'],
    ['招商引资', 'up', 'year', 'period', false],
    [
      'Funds in place from other provinces',
      '到位资金中来自省外的部分',
      'Funds in place that came from outside the province',
    ],
  ),
  of(
    ['funds_plan_completion', 'LZ-16'],
    ['招商引资', 'up', 'year', 'period', false],
    [
      'Funds in place against the year’s plan',
      '到位资金完成年度计划的比例',
      'Funds in place as a share of the year’s plan',
    ],
  ),
  of(
    ['promotion_delegations', 'YC-04'],
    ['招商引资', 'up', 'year', 'period', true],
    ['Investment-promotion delegations', '请进来与走出去的招商批次之和', 'Delegations received and sent'],
  ),
  of(
    ['promotion_events', 'YC-05'],
    ['招商引资', 'up', 'year', 'period', false],
    ['Promotion events', '全年举办的招商推介活动', 'Promotion events held in the year'],
  ),
  of(
    ['alumni_enterprises', 'GL-09'],
    ['招商引资', 'up', 'month', 'stock', true],
    ['Alumni enterprises attracted', '通过校友招商引进的企业', 'Enterprises attracted through alumni'],
  ),
  of(
    ['innovation_platforms_added', 'LZ-17'],
    ['科技创新', 'up', 'year', 'period', true],
    [
      'Innovation platforms added',
      '当年新增的省级以上创新平台',
      'Innovation platforms of provincial rank or above added in the year',
    ],
  ),
  of(
    ['incubated_enterprises', 'LZ-18'],
    ['科技创新', 'up', 'year', 'period', false],
    [
      'Technology start-ups attracted',
      '当年新引进的科技型孵化企业',
      'Technology enterprises newly attracted for incubation',
    ],
  ),
  of(
    ['patents_per_10000', 'LZ-19'],
    ['科技创新', 'up', 'year', 'stock', true],
    [
      'Invention patents per 10,000 people',
      '每万人口拥有的发明专利',
      'Invention patents held per 10,000 people',
    ],
  ),
  of(
    ['technical_progress_contribution', 'LZ-20'],
    ['科技创新', 'up', 'year', 'stock', false],
    [
      'Contribution of technical progress',
      '科技进步对经济增长的贡献率',
      'Contribution of technical progress to growth',
    ],
  ),
  of(
    ['state_progress_awards', 'LZ-24'],
    ['科技创新', 'up', 'year', 'period', false],
    [
      'Second-class state progress awards',
      '获国家科学技术进步奖二等奖的项目',
      'Second-class State Science and Technology Progress Awards won',
    ],
  ),
  of(
    ['academicians_elected', 'LZ-25'],
    ['科技创新', 'up', 'year', 'period', false],
    [
      'Academicians elected',
      '当年入选工程院院士的人数',
      'People elected to the Academy of Engineering in the year',
    ],
  ),
  of(
    ['universities', 'GL-06'],
    ['科技创新', 'none', 'month', 'stock', false],
    ['Universities and institutes', '辖区内的高校和院所', 'Universities and research institutes in the area'],
  ),
  of(
    ['tsinghua_doctors', 'GL-07'],
    ['人才', 'up', 'month', 'stock', false],
    ['Tsinghua doctors with projects', '携项目落地的清华博士', 'Tsinghua doctors who brought projects'],
  ),
  of(
    ['contest_talents', 'GL-08'],
    ['人才', 'up', 'month', 'stock', false],
    [
      'Talents chosen by the design contest',
      '通过设计大赛选拔的人才',
      'Talents chosen through the design contest',
    ],
  ),
  of(
    ['talents_national', 'GL-01'],
    ['人才', 'up', 'month', 'stock', true],
    ['Talents of national rank', '国家级人才人数', 'Talents of national rank'],
  ),
  of(
    ['talents_regional', 'GL-02'],
    ['人才', 'up', 'month', 'stock', true],
    ['Talents of regional rank', '自治区级人才人数', 'Talents of the rank of the autonomous region'],
  ),
  of(
    ['talents_city', 'GL-03'],
    ['人才', 'up', 'month', 'stock', true],
    ['Talents of city rank', '市级人才人数', 'Talents of city rank'],
  ),
  of(
    ['doctors_attracted', 'GL-04'],
    ['人才', 'up', 'month', 'stock', false],
    ['Doctors brought in', '联络点引进的博士', 'Doctors brought in by the liaison point'],
  ),
  of(
    ['scarce_talents', 'GL-05'],
    ['人才', 'up', 'month', 'stock', false],
    ['Scarce talents brought in', '联络点引进的紧缺人才', 'Scarce talents brought in by the liaison point'],
  ),
  of(
    ['alumni_talents', 'GL-10'],
    ['人才', 'up', 'month', 'stock', false],
    ['Alumni talents attracted', '引进的校友人才', 'Alumni talents attracted'],
  ),
  of(
    ['talent_policies', 'GL-11'],
    ['人才', 'up', 'month', 'stock', false],
    ['Talent policies', '现行人才扶持政策', 'Talent policies in force'],
  ),
  of(
    ['talent_apartments', 'GL-12'],
    ['人才', 'up', 'month', 'stock', true],
    ['Talent apartments', '已投用的人才公寓', 'Talent apartments in use'],
  ),
  of(
    ['apartment_occupancy', 'GL-13'],
    ['人才', 'up', 'month', 'stock', true],
    [
      'Occupancy of talent apartments',
      '人才公寓已入住套数占总套数的比例',
      'Apartments occupied, of all talent apartments',
    ],
  ),
  of(
    ['rent_subsidies', 'GL-14'],
    ['人才', 'up', 'month', 'stock', false],
    [
      'Rent subsidies paid',
      '发放的租金补贴；起算时间未公布',
      'Rent subsidies paid; since when was not published',
    ],
  ),
  of(
    ['infrastructure_spending', 'GL-15'],
    ['规划治理', 'up', 'month', 'stock', false],
    [
      'Spent on infrastructure',
      '投入基础设施的资金；起算时间未公布',
      'Money spent on infrastructure; since when was not published',
    ],
  ),
  of(
    ['delegated_powers', 'QD-01'],
    ['规划治理', 'up', 'month', 'stock', true],
    [
      'Delegated administrative powers',
      '承接国家、省、市、区县四级委托赋权的行政权力事项',
      'Administrative powers delegated from four levels: state, province, city, county',
    ],
  ),
  of(
    ['district_powers', 'QD-02'],
    ['规划治理', 'up', 'month', 'stock', true],
    [
      'Powers delegated by the district',
      '承接事项中的区级行政权力事项',
      'Of the delegated powers, those from the district',
    ],
  ),
  of(
    ['tour_parks', 'QD-03'],
    ['规划治理', 'up', 'year', 'period', true],
    [
      'Parks covered by the observation tour',
      '现场观摩会覆盖的园区数',
      'Parks that the observation tour visited',
    ],
  ),
  of(
    ['plan_years', 'QD-04'],
    ['规划治理', 'none', 'year', 'stock', true],
    [
      'Years of the one-zone-many-parks plan',
      '“一区多园”发展规划的年限',
      'Length of the one-zone-many-parks development plan',
    ],
  ),
  of(
    ['zone_age', 'QD-05'],
    ['规划治理', 'none', 'year', 'stock', true],
    ['Years since foundation', '自建区以来的年数', 'Years since the zone was founded'],
  ),
  of(
    ['upgrade_programmes', 'YC-06'],
    ['规划治理', 'up', 'year', 'stock', true],
    ['Upgrade programmes', '计划实施的提升工程', 'Upgrade programmes to be carried out'],
  ),
]
