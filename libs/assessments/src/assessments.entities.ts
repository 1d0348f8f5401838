import { Assessment } from './assessment.entity.js';
import { ExpertDraw } from './drawing/expert-draw.entity.js';
import { AssessmentFinding } from './group/assessment-finding.entity.js';
import { ExpertAssignment } from './group/expert-assignment.entity.js';
import { ExpertProfile } from './group/expert-profile.entity.js';
import { ExpertScore } from './sheets/expert-score.entity.js';
import { ScoreSheet } from './sheets/score-sheet.entity.js';

/** The tables of assessments. */
export const ASSESSMENT_ENTITIES = [
  ExpertProfile,
  Assessment,
  ExpertDraw,
  ExpertAssignment,
  ScoreSheet,
  ExpertScore,
  AssessmentFinding,
];
