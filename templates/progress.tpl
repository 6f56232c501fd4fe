{{%AUTOESCAPE context="HTML"}}
<p class="progress"><progress max="{{PROGRESS_MAX}}" value="{{PROGRESS_VALUE}}" aria-label="{{PROGRESS_TEXT}}">{{PROGRESS_TEXT}}</progress> {{PROGRESS_TEXT}}</p>
