import "./filled-club";
import "./matching-scale.suite";
import "./lists-scale.suite";
import "./beside-lists-scale.suite";
import "./crowd-scale.suite";
import "./people-file-scale.suite";
