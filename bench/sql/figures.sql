-- Every measure of the three Gansu plugins for every center of tenant $1 in year $2, as one would write it by hand: one pass over
-- what is recorded, one FILTER a measure; a column bears the measure's name and is empty where the center's category has none.
SELECT c.id AS center_id, facts.*, recorded.*,
  recorded."aboveScaleEnterprises"::numeric / nullif(reference.value, 0) AS "aboveScaleCoverage"
FROM center c
LEFT JOIN reference_figure reference
  ON reference.tenant_id = c.tenant_id AND reference.industry = c.industry
  AND reference.year = $2 AND reference.name = 'aboveScaleEnterprises' AND c.category = 'industry'
LEFT JOIN (
  SELECT center_id AS of_center,
    max(value) FILTER (WHERE name = 'operatingStaff') AS "operatingStaff",
    max(value) FILTER (WHERE name = 'leadingFields') AS "leadingFields",
    max(value) FILTER (WHERE name = 'trainingSeats') AS "trainingSeats",
    max(value) FILTER (WHERE name = 'smePlatformOperating') AS "smePlatform"
  FROM yearly_fact WHERE tenant_id = $1 AND year = $2 GROUP BY center_id
) facts ON facts.of_center = c.id
LEFT JOIN (
  SELECT center_id,
    -- all three categories
    count(*) FILTER (WHERE held AND kind IN ('patent', 'softwareCopyright', 'standard', 'technicalAchievement')) AS "achievements",
    count(*) FILTER (WHERE acquired AND kind IN ('patent', 'softwareCopyright', 'standard', 'technicalAchievement')) AS "newAchievements",
    sum(headcount) FILTER (WHERE type = 'training' AND year = CASE category WHEN 'industry' THEN $2 - 1 ELSE $2 END) AS "trainees",
    -- comprehensive
    count(DISTINCT industry) FILTER (WHERE comprehensive AND held
      AND kind IN ('patent', 'softwareCopyright', 'standard', 'technicalAchievement')) AS "achievementIndustries",
    count(DISTINCT enterprise) FILTER (WHERE type = 'promotion' AND (functional OR comprehensive AND discounted)) AS "productUsers",
    count(*) FILTER (WHERE comprehensive AND held AND kind IN ('model', 'algorithm', 'tool', 'dataset')) AS "innovationResources",
    count(DISTINCT enterprise) FILTER (WHERE comprehensive AND held AND kind = 'supplier') AS "suppliers",
    count(DISTINCT region) FILTER (WHERE comprehensive AND type = 'diagnosis') AS "diagnosedRegions",
    count(DISTINCT industry) FILTER (WHERE comprehensive AND type = 'diagnosis') AS "diagnosedIndustries",
    count(*) FILTER (WHERE type = 'matchmaking' AND year = $2) AS "matchmakingEvents",
    count(*) FILTER (WHERE held AND kind = 'partner' AND partner_kind IN ('industryFund', 'bank', 'otherFinance')) AS "financePartners",
    count(*) FILTER (WHERE type = 'financeMatchmaking' AND year = $2) AS "financeMatchmakings",
    count(*) FILTER (WHERE type IN ('talentEvent', 'competition', 'forum', 'publicity') AND year = $2) AS "events",
    count(DISTINCT enterprise) FILTER (WHERE comprehensive AND industrial AND for_enterprise AND year = $2) AS "industrialEnterprises",
    count(DISTINCT enterprise) FILTER (WHERE comprehensive AND sme AND held IS NOT FALSE) AS "smes",
    -- industry: what is of the center's own one
    count(*) FILTER (WHERE own AND held AND kind IN ('model', 'scenario', 'algorithm', 'solution')) AS "industryResources",
    count(DISTINCT link) FILTER (WHERE own AND held AND kind IN ('model', 'scenario', 'algorithm', 'solution')) AS "coveredLinks",
    count(DISTINCT enterprise) FILTER (WHERE own AND above_scale AND for_enterprise AND year = $2) AS "aboveScaleEnterprises",
    count(DISTINCT enterprise) FILTER (WHERE own AND sme AND held IS NOT FALSE) AS "industrySmes",
    -- functional
    count(DISTINCT enterprise) FILTER (WHERE functional AND held AND kind = 'partner'
      AND partner_kind IN ('university', 'researchInstitute')) AS "researchPartners",
    count(*) FILTER (WHERE held AND kind = 'partner' AND partner_kind IN
      ('provincialLab', 'enterpriseRdCenter', 'technologyCenter', 'engineeringCenter')) AS "provincialCooperations",
    count(*) FILTER (WHERE type = 'openTopic' AND year = $2) AS "openTopics",
    count(DISTINCT field) FILTER (WHERE functional AND held AND kind = 'product') AS "productFields",
    count(DISTINCT enterprise) FILTER (WHERE functional AND held AND kind = 'partner'
      AND partner_kind = 'supplySideEnterprise') AS "supplySidePartners",
    count(*) FILTER (WHERE type = 'industryEducation' AND year = $2) AS "industryEducation",
    count(*) FILTER (WHERE type = 'talentEvent' AND year = $2) AS "talentEvents",
    count(*) FILTER (WHERE held AND kind = 'solution' AND sme) AS "smeSolutions",
    count(DISTINCT enterprise) FILTER (WHERE functional AND for_enterprise AND sme AND year = $2) AS "servedSmes",
    sum(amount) FILTER (WHERE type = 'orderMatchmaking' AND sme AND year = $2) AS "orderAmount",
    sum(amount) FILTER (WHERE type = 'financeMatchmaking' AND sme AND year = $2) AS "financeAmount",
    count(DISTINCT enterprise) FILTER (WHERE functional AND sme AND discounted AND year = $2 - 1) AS "benefitedSmes"
  FROM (
    SELECT r.center_id, c.category, c.category = 'comprehensive' AS comprehensive, c.category = 'functional' AS functional,
      c.category = 'industry' AND r.industry = c.industry AS own,
      r.year, r.type, NULL AS kind, NULL AS partner_kind, NULL::boolean AS held, NULL::boolean AS acquired,
      r.type IN ('diagnosis', 'consulting', 'evaluation', 'promotion', 'testing', 'verification', 'collaboration', 'incubation',
        'matchmaking', 'matchmakingService', 'orderMatchmaking', 'financeMatchmaking', 'platformService') AS for_enterprise,
      r.industry BETWEEN 'B06' AND 'D46' AS industrial,
      r.industry, r.region, r.field, r.link, r.enterprise, r.sme, r.above_scale, r.discounted, r.headcount, r.amount
    FROM service_record r JOIN center c ON c.tenant_id = r.tenant_id AND c.id = r.center_id
    WHERE r.tenant_id = $1 AND r.year <= $2 AND r.status = 'active' AND r.verification <> 'rejected'
    UNION ALL
    SELECT r.center_id, c.category, c.category = 'comprehensive', c.category = 'functional',
      c.category = 'industry' AND r.industry = c.industry,
      NULL, NULL, r.kind, r.partner_kind, r.retired_on IS NULL OR r.retired_on > make_date($2, 12, 31),
      r.acquired_on >= make_date($2, 1, 1), NULL, NULL,
      r.industry, r.region, r.field, r.link, r.enterprise, r.sme, r.above_scale, r.discounted, NULL, NULL
    FROM resource r JOIN center c ON c.tenant_id = r.tenant_id AND c.id = r.center_id
    WHERE r.tenant_id = $1 AND r.acquired_on <= make_date($2, 12, 31) AND r.status = 'active' AND r.verification <> 'rejected'
  ) record
  GROUP BY center_id
) recorded ON recorded.center_id = c.id
WHERE c.tenant_id = $1
