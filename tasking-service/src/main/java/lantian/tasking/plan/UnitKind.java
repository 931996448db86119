package lantian.tasking.plan;

/** What a unit of a plan is. */
public enum UnitKind {
  /** 应急指挥部: commands the response. */
  HEADQUARTERS,
  /** 指挥部办公室: runs it day by day. */
  OFFICE,
  /** 专项组: a working group drawn from several bodies. */
  GROUP,
  /** 成员单位: a member department, committee or company. */
  DEPARTMENT,
  /** Several bodies with the same duties, such as all counties and parks, seen as one for now. */
  COLLECTIVE
}
